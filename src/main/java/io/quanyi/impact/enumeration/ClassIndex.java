package io.quanyi.impact.enumeration;

import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.MergedDimension;
import java.util.List;

/** Maps each combination of dimension values to its combination of classes, one class per independent group. */
final class ClassIndex {

    private static final int CHECK_INTERVAL = 4096;

    private final List<IndependentGroup> groups;
    private final int[][] places;

    ClassIndex(List<MergedDimension> dimensions, List<IndependentGroup> groups) {
        this.groups = groups;
        this.places = groups.stream()
                .map(group -> group.dimensions().stream()
                        .mapToInt(dimensions::indexOf)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Copies a result of each combination of classes to all combinations of values that belong to it. */
    int[] spread(DistinctValues values, int[] results, WorkBudget budget) {
        MixedRadix radix = values.radix();
        int[] spread = new int[(int) radix.count()];
        int[] digits = new int[radix.places()];
        int[] originals = new int[radix.places()];
        for (int cell = 0; cell < spread.length; cell++) {
            for (int place = 0; place < digits.length; place++) {
                originals[place] = values.originals().get(place)[digits[place]];
            }
            spread[cell] = results[classes(originals)];
            radix.next(digits);
            if (cell % CHECK_INTERVAL == 0) {
                budget.check();
            }
        }
        return spread;
    }

    /** The number of the combination of classes. */
    private int classes(int[] digits) {
        int number = 0;
        for (int i = 0; i < places.length; i++) {
            IndependentGroup group = groups.get(i);
            number = number * group.classes().size() + group.diagram().number(places[i], digits);
        }
        return number;
    }
}
