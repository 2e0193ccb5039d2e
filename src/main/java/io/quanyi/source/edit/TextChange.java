package io.quanyi.source.edit;

import java.util.Comparator;
import java.util.List;

/**
 * Characters of a text that are replaced by others.
 *
 * @param start the index of the first character
 * @param end the index after the last one
 * @param text the replacement
 */
record TextChange(int start, int end, String text) {

    /** The text with all changes; where several insert at one place, in their order. */
    static String apply(String before, List<TextChange> changes) {
        List<TextChange> inOrder = changes.stream()
                .sorted(Comparator.comparingInt(TextChange::start).thenComparing(TextChange::end))
                .toList();
        StringBuilder after = new StringBuilder();
        int reached = 0;
        for (TextChange change : inOrder) {
            int start = Math.max(reached, change.start());
            after.append(before, reached, start).append(change.text());
            reached = Math.max(start, change.end());
        }
        return after.append(before, reached, before.length()).toString();
    }
}
