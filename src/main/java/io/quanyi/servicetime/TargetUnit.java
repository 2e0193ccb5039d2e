package io.quanyi.servicetime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A unit of target times: its length, and the greatest amount of it. */
enum TargetUnit {
    /** A minute of the clock on the wall. */
    MINUTE(false, 60, Target.MAX_MINUTES),
    /** An hour of the clock on the wall. */
    HOUR(false, 3_600, Target.MAX_HOURS),
    /** A minute of open time. */
    WORKING_MINUTE(true, 60, Target.MAX_MINUTES),
    /** An hour of open time. */
    WORKING_HOUR(true, 3_600, Target.MAX_HOURS),
    /** A working day, eight hours of open time unless a window says another length (reading A03). */
    WORKING_DAY(true, 8 * 3_600, Target.MAX_DAYS);

    /** The units by their ids. */
    private static final Map<String, TargetUnit> UNITS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TargetUnit::id, unit -> unit));

    private final String id;
    private final boolean working;
    private final int seconds;
    private final int most;

    TargetUnit(boolean working, int seconds, int most) {
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.working = working;
        this.seconds = seconds;
        this.most = most;
    }

    /**
     * The unit with an id.
     *
     * @throws InvalidTime if no unit has it
     */
    static TargetUnit of(String id) {
        TargetUnit unit = UNITS.get(id);
        if (unit == null) {
            throw new InvalidTime("target-unit", id);
        }
        return unit;
    }

    /**
     * The unit of elapsed time or of open time with an id.
     *
     * @throws InvalidTime if no unit of this kind has it
     */
    static TargetUnit of(String id, boolean working) {
        TargetUnit unit = of(id);
        require(unit.working == working, "target-unit", id);
        return unit;
    }

    /** The id, such as {@code working-hour}. */
    String id() {
        return id;
    }

    /** Whether open time is counted, not the time of the clock on the wall. */
    boolean isWorking() {
        return working;
    }

    /** The length in seconds. */
    int seconds() {
        return seconds;
    }

    /** The greatest amount. */
    int most() {
        return most;
    }

    /** The length of an amount, in seconds. */
    long seconds(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(seconds)).longValueExact();
    }

    /**
     * The amount without trailing zeros.
     *
     * @throws InvalidTime if it is not above zero, too great, or no whole number of seconds
     */
    BigDecimal checked(BigDecimal amount) {
        require(amount.signum() > 0, "target-not-positive", amount);
        require(amount.compareTo(BigDecimal.valueOf(most)) <= 0, "target-too-long", amount, most, id());
        BigDecimal length = amount.multiply(BigDecimal.valueOf(seconds));
        require(length.stripTrailingZeros().scale() <= 0, "target-too-fine", amount, id());
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void require(boolean holds, String fault, Object... arguments) {
        if (!holds) {
            throw new InvalidTime(fault, arguments);
        }
    }
}
