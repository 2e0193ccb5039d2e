package io.quanyi.policy.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the parts of a list with those of the changed list: first those that are written alike, then between them those of the same
 * head, so that a part that has changed is found again and keeps its place, its blanks and its comments.
 */
final class PartPairs {

    /**
     * A part before and after a change.
     *
     * @param was the part before; null if it was added
     * @param is the part after; null if it was removed
     */
    record Pair<T>(@Nullable T was, @Nullable T is) {}

    private PartPairs() {}

    /** The pairs in the order of the lists; removed parts stand before parts that are added in the same place. */
    static <T extends WrittenPart> List<Pair<T>> of(List<T> was, List<T> is) {
        return paired(was, is, List.of(WrittenPart::drl, WrittenPart::head));
    }

    private static <T extends WrittenPart> List<Pair<T>> paired(
            List<T> was, List<T> is, List<Function<WrittenPart, String>> keys) {
        List<Pair<T>> pairs = new ArrayList<>();
        if (keys.isEmpty()) {
            was.forEach(one -> pairs.add(new Pair<>(one, null)));
            is.forEach(one -> pairs.add(new Pair<>(null, one)));
            return pairs;
        }
        List<Function<WrittenPart, String>> rest = keys.subList(1, keys.size());
        int[][] common = common(was, is, keys.get(0));
        int i = 0;
        int j = 0;
        int from = 0;
        int to = 0;
        while (i < was.size() && j < is.size()) {
            if (keys.get(0).apply(was.get(i)).equals(keys.get(0).apply(is.get(j)))) {
                pairs.addAll(paired(was.subList(from, i), is.subList(to, j), rest));
                pairs.add(new Pair<>(was.get(i), is.get(j)));
                from = ++i;
                to = ++j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        pairs.addAll(paired(was.subList(from, was.size()), is.subList(to, is.size()), rest));
        return pairs;
    }

    /** The length of the longest common subsequence of the ends of two lists, by the indices at which these begin. */
    private static <T extends WrittenPart> int[][] common(List<T> was, List<T> is, Function<WrittenPart, String> key) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                boolean alike = key.apply(was.get(i)).equals(key.apply(is.get(j)));
                common[i][j] = alike ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
