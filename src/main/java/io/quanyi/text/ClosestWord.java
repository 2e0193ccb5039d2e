package io.quanyi.text;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word of a list that is most similar to a misspelt one. */
public final class ClosestWord {

    private ClosestWord() {}

    /** The candidate with the fewest edits; the first in alphabetical order if there are several; empty without candidates. */
    public static String to(String written, Collection<String> candidates) {
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> edits(written, candidate)))
                .orElse("");
    }

    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
