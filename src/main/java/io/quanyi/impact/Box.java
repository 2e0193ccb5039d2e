package io.quanyi.impact;

import java.util.BitSet;
import java.util.List;

/**
 * All combinations of some values of each dimension.
 *
 * @param values for each dimension those that belong to it, never none
 */
record Box(List<BitSet> values) {

    Box {
        values = values.stream().map(set -> (BitSet) set.clone()).toList();
    }

    boolean contains(int[] digits) {
        for (int place = 0; place < digits.length; place++) {
            if (!values.get(place).get(digits[place])) {
                return false;
            }
        }
        return true;
    }
}
