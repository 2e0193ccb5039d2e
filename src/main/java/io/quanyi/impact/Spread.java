package io.quanyi.impact;

import java.util.List;

/** Finds the combination of classes that a combination of values belongs to. */
final class Spread {

    private static final int LOOK = 4096;

    private final List<Factor> factors;
    private final int[][] places;

    Spread(List<Dimension> dimensions, List<Factor> factors) {
        this.factors = factors;
        this.places = factors.stream()
                .map(factor -> factor.dimensions().stream()
                        .mapToInt(dimensions::indexOf)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** For each combination of values what was found for its combination of classes. */
    int[] of(Radix values, int[] found, WorkBudget budget) {
        int[] spread = new int[(int) values.count()];
        int[] digits = new int[values.places()];
        for (int cell = 0; cell < spread.length; cell++) {
            spread[cell] = found[classes(digits)];
            values.next(digits);
            if (cell % LOOK == 0) {
                budget.check();
            }
        }
        return spread;
    }

    private int classes(int[] digits) {
        int number = 0;
        for (int i = 0; i < places.length; i++) {
            Factor factor = factors.get(i);
            number = number * factor.classes().size() + factor.diagram().number(places[i], digits);
        }
        return number;
    }
}
