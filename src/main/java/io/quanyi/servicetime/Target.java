package io.quanyi.servicetime;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A promised length of time, such as two working hours. The kinds never turn into each other silently: four hours are not four working hours (reading A04), and
 * half a working day is a quantity of working time (reading A03), not "by noon".
 *
 * <p>Amounts are exact: above zero, a whole number of seconds, at most {@value #MAX_HOURS} hours of either kind, as
 * many minutes, or {@value #MAX_DAYS} working days; anything else is an {@link InvalidTime}.
 */
public sealed interface Target {

    /** The longest promise in hours, elapsed or working. */
    int MAX_HOURS = 10_000;

    /** The longest promise in minutes, elapsed or working. */
    int MAX_MINUTES = 60 * MAX_HOURS;

    /** The longest promise in working days. */
    int MAX_DAYS = 2_000;

    /** How many of {@link #unit()}; 0 for an immediate target. Without trailing zeros, so that 2 equals 2.0. */
    BigDecimal amount();

    /** {@code immediate}, {@code minute}, {@code hour}, {@code working-minute}, {@code working-hour} or {@code working-day}. */
    String unit();

    /** The length in seconds of the target's own clock: elapsed seconds, or seconds of open time. */
    long seconds();

    /**
     * Refuses a window that has no effect: only open time is counted in one.
     *
     * @throws InvalidTime if there is a window, and the time is not open time
     */
    default void checkWindow(@Nullable String window) {
        if (window != null && !(this instanceof Working)) {
            throw new InvalidTime("window-without-clock", unit());
        }
    }

    /** At once; there is nothing to count. */
    static Target immediate() {
        return new Immediate();
    }

    /** Minutes that run day and night. */
    static Target minutes(double amount) {
        return new Elapsed(written(amount), TargetUnit.MINUTE.id());
    }

    /** Hours that run day and night. */
    static Target hours(double amount) {
        return new Elapsed(written(amount), TargetUnit.HOUR.id());
    }

    /** Minutes of open time. */
    static Target workingMinutes(double amount) {
        return new Working(written(amount), TargetUnit.WORKING_MINUTE.id());
    }

    /** Hours of open time. */
    static Target workingHours(double amount) {
        return new Working(written(amount), TargetUnit.WORKING_HOUR.id());
    }

    /** Working days, as long each as the window says; eight hours of open time if it says nothing (reading A03). */
    static Target workingDays(double amount) {
        return new Working(written(amount), TargetUnit.WORKING_DAY.id());
    }

    /** The decimal that the author wrote: 0.1 is a tenth, not the binary fraction nearest to it. */
    private static BigDecimal written(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("%s is no amount of time".formatted(amount));
        }
        return BigDecimal.valueOf(amount);
    }

    /**
     * The greatest amount of a unit; 0 for {@code immediate}.
     *
     * @throws InvalidTime if there is no such unit
     */
    static int most(String unit) {
        return unit.equals(Immediate.UNIT) ? 0 : TargetUnit.of(unit).most();
    }

    /**
     * The target with this amount of this unit; the amount of {@code immediate} is 0.
     *
     * @throws InvalidTime if there is no such unit, or the amount is not one of it
     */
    static Target of(BigDecimal amount, String unit) {
        if (unit.equals(Immediate.UNIT)) {
            if (amount.signum() != 0) {
                throw new InvalidTime("target-immediate", amount);
            }
            return new Immediate();
        }
        return TargetUnit.of(unit).isWorking() ? new Working(amount, unit) : new Elapsed(amount, unit);
    }

    /** At once. */
    record Immediate() implements Target {

        static final String UNIT = "immediate";

        @Override
        public BigDecimal amount() {
            return BigDecimal.ZERO;
        }

        @Override
        public String unit() {
            return UNIT;
        }

        @Override
        public long seconds() {
            return 0;
        }
    }

    /**
     * A length of time that runs by the clock on the wall, by night and on holidays too.
     *
     * @param amount the number of units
     * @param unit {@code minute} or {@code hour}
     */
    record Elapsed(BigDecimal amount, String unit) implements Target {

        /** Checks the amount. */
        public Elapsed {
            amount = TargetUnit.of(unit, false).checked(amount);
        }

        @Override
        public long seconds() {
            return TargetUnit.of(unit).seconds(amount);
        }
    }

    /**
     * A length of open time, which is counted in a window. A working day is as long as the window says, and eight hours if it says
     * nothing (reading A03), which {@link #seconds()} takes it for.
     *
     * @param amount the number of units
     * @param unit {@code working-minute}, {@code working-hour} or {@code working-day}
     */
    record Working(BigDecimal amount, String unit) implements Target {

        /** Checks the amount. */
        public Working {
            amount = TargetUnit.of(unit, true).checked(amount);
        }

        /** Whether working days are counted, whose length a window can state. */
        boolean isDays() {
            return unit.equals(TargetUnit.WORKING_DAY.id());
        }

        @Override
        public long seconds() {
            return TargetUnit.of(unit).seconds(amount);
        }
    }
}
