package io.quanyi.impact;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * A box of combinations: the product of one set of values per dimension.
 *
 * @param values the set of values of each dimension, never empty
 */
record ValueBox(List<BitSet> values) {

    ValueBox {
        values = values.stream().map(set -> (BitSet) set.clone()).toList();
    }

    /** Whether a combination lies in the box; one with an unknown value, below 0, does not. */
    boolean contains(int[] digits) {
        for (int place = 0; place < digits.length; place++) {
            if (digits[place] < 0 || !values.get(place).get(digits[place])) {
                return false;
            }
        }
        return true;
    }

    /** Visits all combinations of the box. */
    void each(Consumer<int[]> action) {
        each(0, new int[values.size()], action);
    }

    private void each(int place, int[] digits, Consumer<int[]> action) {
        if (place == digits.length) {
            action.accept(digits);
            return;
        }
        values.get(place).stream().forEach(value -> {
            digits[place] = value;
            each(place + 1, digits, action);
        });
    }
}
