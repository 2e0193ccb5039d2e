package io.quanyi.impact.enumeration;

import io.quanyi.impact.dimension.MergedDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of dimensions that some answer of either release tells apart. A rule may test a value without an effect on any answer; values
 * that differ in nothing else become one, so that combinations are counted as those who ask would count them.
 *
 * @param dimensions the dimensions, each with one value for all that are answered alike for any rest of the request
 * @param originals for each dimension and value, the first of the original values that it stands for
 */
record DistinctValues(List<MergedDimension> dimensions, List<int[]> originals) {

    /** The values as they are. */
    static DistinctValues all(List<MergedDimension> dimensions) {
        return new DistinctValues(
                dimensions,
                dimensions.stream()
                        .map(dimension -> IntStream.range(0, dimension.size()).toArray())
                        .toList());
    }

    /**
     * Merges values that are answered alike.
     *
     * @param answers the number of the answers of both releases to each combination of classes
     */
    static DistinctValues of(List<MergedDimension> dimensions, List<IndependentGroup> groups, int[] answers) {
        List<List<int[]>> alike =
                CombinationGrid.of(ReleaseAnswers.classes(groups), answers).values();
        MergedDimension[] merged = new MergedDimension[dimensions.size()];
        int[][] originals = new int[dimensions.size()][];
        for (int i = 0; i < groups.size(); i++) {
            IndependentGroup group = groups.get(i);
            int[] numbers = numbers(alike.get(i), group.classes().size());
            for (int place = 0; place < group.dimensions().size(); place++) {
                MergedDimension dimension = group.dimensions().get(place);
                int at = dimensions.indexOf(dimension);
                List<Integer> kept = new ArrayList<>();
                merged[at] = dimension.merged(values(group.diagram(), place, dimension.size(), numbers, kept));
                originals[at] = kept.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return new DistinctValues(List.of(merged), List.of(originals));
    }

    /** For each class, the number of the classes that are answered like it. */
    private static int[] numbers(List<int[]> alike, int size) {
        int[] numbers = new int[size];
        for (int number = 0; number < alike.size(); number++) {
            for (int one : alike.get(number)) {
                numbers[one] = number;
            }
        }
        return numbers;
    }

    /** For each value, the place among the kept ones of the first that is answered like it. */
    private static int[] values(DecisionDiagram diagram, int place, int size, int[] numbers, List<Integer> kept) {
        int[] values = new int[size];
        for (int value = 0; value < size; value++) {
            int like = 0;
            while (like < kept.size() && !diagram.areAlike(place, kept.get(like), value, numbers)) {
                like++;
            }
            if (like == kept.size()) {
                kept.add(value);
            }
            values[value] = like;
        }
        return values;
    }

    /** Numbers the combinations of the values. */
    MixedRadix radix() {
        return new MixedRadix(
                dimensions.stream().mapToInt(MergedDimension::size).toArray());
    }
}
