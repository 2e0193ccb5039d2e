package io.quanyi.policy.mutation;

import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Computes the neighbours of a number or a date: the day before and after, or one less and one more in its last decimal place as written, so 0.01 for 49.90. */
final class NumberNeighbours {

    private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);

    private NumberNeighbours() {}

    /** The neighbours that can replace a literal, the smaller first; none if the literal is neither a number nor a date. */
    static List<Object> around(Object literal) {
        if (literal instanceof Integer number) {
            return neighbours(BigDecimal.valueOf(number.longValue()))
                    .filter(neighbour -> neighbour.compareTo(MAX_WHOLE) <= 0)
                    .map(neighbour -> (Object) neighbour.intValueExact())
                    .toList();
        }
        if (literal instanceof Target target) {
            return targets(target);
        }
        if (literal instanceof LocalDate date) {
            return List.of(date.minusDays(1), date.plusDays(1));
        }
        return literal instanceof BigDecimal number
                ? neighbours(number).map(neighbour -> (Object) neighbour).toList()
                : List.of();
    }

    /** The neighbours that are not negative, as rules have no negative numbers. */
    private static Stream<BigDecimal> neighbours(BigDecimal number) {
        return Stream.of(number.subtract(number.ulp()), number.add(number.ulp()))
                .filter(neighbour -> neighbour.signum() >= 0);
    }

    /** A number in units, because the last place of 1E+1 would be the tens. */
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
                    // No target time is zero or above the largest target time
                    return;
                }
            });
        }
        return targets;
    }
}
