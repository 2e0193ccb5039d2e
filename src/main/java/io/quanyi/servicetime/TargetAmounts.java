package io.quanyi.servicetime;

import java.math.BigDecimal;

/** Checks and converts the amounts of targets, exact throughout. */
final class TargetAmounts {

    static final int MINUTE = 60;
    static final int HOUR = 60 * MINUTE;
    static final int WORKING_DAY = 8 * HOUR;

    private TargetAmounts() {}

    /** The decimal that the author wrote: 0.1 is a tenth, not the binary fraction nearest to it. */
    static BigDecimal written(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("%s is no amount of time".formatted(amount));
        }
        return BigDecimal.valueOf(amount);
    }

    static BigDecimal checked(BigDecimal amount, String unit, int secondsPerUnit, int max) {
        require(amount.signum() > 0, "target-not-positive", amount);
        require(amount.compareTo(BigDecimal.valueOf(max)) <= 0, "target-too-long", amount, max, unit);
        BigDecimal seconds = amount.multiply(BigDecimal.valueOf(secondsPerUnit));
        require(seconds.stripTrailingZeros().scale() <= 0, "target-too-fine", amount, unit);
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static Target none(BigDecimal amount, Target immediate) {
        require(amount.signum() == 0, "target-immediate", amount);
        return immediate;
    }

    static long seconds(BigDecimal amount, int secondsPerUnit) {
        return amount.multiply(BigDecimal.valueOf(secondsPerUnit)).longValueExact();
    }

    private static void require(boolean holds, String fault, Object... arguments) {
        if (!holds) {
            throw new InvalidTime(fault, arguments);
        }
    }
}
