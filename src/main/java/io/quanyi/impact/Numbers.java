package io.quanyi.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Numbers below, at and above others. */
final class Numbers {

    private Numbers() {}

    /** Each of the numbers and its neighbours one step away, from a least number on; where there are none, there are no neighbours. */
    static Set<BigDecimal> around(Collection<BigDecimal> numbers, BigDecimal step, BigDecimal least) {
        Set<BigDecimal> around = new TreeSet<>();
        for (BigDecimal number : numbers) {
            BigDecimal floor = number.setScale(step.scale(), RoundingMode.FLOOR);
            for (BigDecimal near : List.of(floor.subtract(step), floor, floor.add(step))) {
                if (near.compareTo(least) >= 0) {
                    around.add(near.stripTrailingZeros());
                }
            }
        }
        return around;
    }

    /** How a number stands to others: what it is, or between which two it lies. */
    static Label label(BigDecimal number, Collection<BigDecimal> others) {
        TreeSet<BigDecimal> sorted = new TreeSet<>(others);
        if (sorted.contains(number)) {
            return Label.id(plain(number));
        }
        BigDecimal lower = sorted.lower(number);
        BigDecimal higher = sorted.higher(number);
        if (lower == null) {
            return higher == null ? Label.id(plain(number)) : Label.of("below", plain(higher));
        }
        return higher == null ? Label.of("above", plain(lower)) : Label.of("between", plain(lower), plain(higher));
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
