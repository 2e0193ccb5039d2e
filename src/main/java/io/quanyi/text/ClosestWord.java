package io.quanyi.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word of a list that is most similar to a misspelt one, by the number of characters to be edited. */
public final class ClosestWord {

    private ClosestWord() {}

    /** The candidate with the fewest edits; the first in alphabetical order if there are several; empty without candidates. */
    public static String to(String written, Collection<String> candidates) {
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> edits(written, candidate)))
                .orElse("");
    }

    /**
     * The candidate that may have been meant: the one with the fewest edits, upper and lower case alike, if a third of its characters at
     * most have to be edited, or two in a shorter one, or if it has the same characters in another order. Words much longer or shorter than the written one are not compared at all.
     */
    public static Optional<String> near(String written, Collection<String> candidates) {
        String lower = written.toLowerCase(Locale.ROOT);
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int most = Math.max(2, candidate.length() / 3);
            if (Math.abs(candidate.length() - lower.length()) <= most) {
                String other = candidate.toLowerCase(Locale.ROOT);
                int edits = sameCharacters(lower, other) ? Math.min(most, edits(lower, other)) : edits(lower, other);
                if (edits <= most && edits < Math.min(fewest, lower.length())) {
                    nearest = candidate;
                    fewest = edits;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean sameCharacters(String a, String b) {
        return Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray());
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
