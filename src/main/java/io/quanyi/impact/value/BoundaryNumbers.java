package io.quanyi.impact.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes numbers below, at and above given boundaries, and their labels. */
public final class BoundaryNumbers {

    private BoundaryNumbers() {}

    /** Each boundary with its neighbours one step below and above, without those under a least number. */
    public static Set<BigDecimal> around(Collection<BigDecimal> numbers, BigDecimal step, BigDecimal least) {
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

    /** The label of a number: the number itself if it is a boundary, else the boundaries that it lies between; any number without a boundary. */
    public static ValueLabel label(BigDecimal number, Collection<BigDecimal> others) {
        return ValueLabel.among(number, new TreeSet<>(others), BoundaryNumbers::plain);
    }

    /** The code and the words of the label of a number, or of its absence, as one text. */
    public static String position(@Nullable BigDecimal number, Collection<BigDecimal> others) {
        ValueLabel label = number == null ? ValueLabel.ABSENT : label(number, others);
        return Stream.concat(Stream.of(label.code()), label.words().stream()).collect(Collectors.joining(" "));
    }

    public static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
