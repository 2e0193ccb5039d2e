package io.quanyi.policy;

import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The neighbours of a number as it is written: one less and one more of its last place, so 1 for 5000 and 0.01 for 49.90. */
final class Steps {

    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Steps() {}

    /** The neighbours of a literal that can be written in its place, the lesser first; none of what is no number. */
    static List<Object> around(Object literal) {
        if (literal instanceof Integer number) {
            return neighbours(BigDecimal.valueOf(number.longValue()))
                    .filter(neighbour -> neighbour.compareTo(LARGEST_WHOLE) <= 0)
                    .map(neighbour -> (Object) neighbour.intValueExact())
                    .toList();
        }
        if (literal instanceof Target target) {
            return targets(target);
        }
        return literal instanceof BigDecimal number
                ? neighbours(number).map(neighbour -> (Object) neighbour).toList()
                : List.of();
    }

    /** No number in a rule is below nothing. */
    private static Stream<BigDecimal> neighbours(BigDecimal number) {
        return Stream.of(number.subtract(number.ulp()), number.add(number.ulp()))
                .filter(neighbour -> neighbour.signum() >= 0);
    }

    /** 10 and not 1E+1, whose last place are the tens. */
    private static BigDecimal whole(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static List<Object> targets(Target target) {
        List<Object> targets = new ArrayList<>();
        if (!(target instanceof Target.Immediate)) {
            neighbours(whole(target.amount())).forEach(amount -> {
                try {
                    targets.add(Target.of(amount, target.unit()));
                } catch (IllegalArgumentException e) {
                    // Nothing is promised within no time, nor within longer than the longest promise
                    return;
                }
            });
        }
        return targets;
    }
}
