package io.quanyi.servicetime;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A promised length of time, such as two working hours. The kinds never turn into each other silently: four hours are not four working hours (A04), and
 * half a working day is a quantity of working time (A03), not "by noon".
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
    default long seconds() {
        return TargetAmounts.seconds(amount(), TargetAmounts.HOUR);
    }

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
        return new ElapsedMinutes(TargetAmounts.written(amount));
    }

    /** Hours that run day and night. */
    static Target hours(double amount) {
        return new ElapsedHours(TargetAmounts.written(amount));
    }

    /** Minutes of open time. */
    static Target workingMinutes(double amount) {
        return new WorkingMinutes(TargetAmounts.written(amount));
    }

    /** Hours of open time. */
    static Target workingHours(double amount) {
        return new WorkingHours(TargetAmounts.written(amount));
    }

    /** Working days of eight hours of open time each (A03). */
    static Target workingDays(double amount) {
        return new WorkingDays(TargetAmounts.written(amount));
    }

    /** The greatest amount of a unit; 0 for {@code immediate}. */
    static int most(String unit) {
        return switch (unit) {
            case Immediate.UNIT -> 0;
            case ElapsedMinutes.UNIT, WorkingMinutes.UNIT -> MAX_MINUTES;
            case WorkingDays.UNIT -> MAX_DAYS;
            default -> MAX_HOURS;
        };
    }

    /** The target with this amount of this unit; the amount of {@code immediate} is 0. */
    static Target of(BigDecimal amount, String unit) {
        return switch (unit) {
            case Immediate.UNIT -> TargetAmounts.none(amount, new Immediate());
            case ElapsedMinutes.UNIT -> new ElapsedMinutes(amount);
            case ElapsedHours.UNIT -> new ElapsedHours(amount);
            case WorkingMinutes.UNIT -> new WorkingMinutes(amount);
            case WorkingHours.UNIT -> new WorkingHours(amount);
            case WorkingDays.UNIT -> new WorkingDays(amount);
            default -> throw new InvalidTime("target-unit", unit);
        };
    }

    /** A length of time that runs by the clock on the wall, by night and on holidays too. */
    sealed interface Elapsed extends Target {}

    /** A length of open time, which is counted in a window. */
    sealed interface Working extends Target {}

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
    }

    /** Minutes of the clock on the wall. */
    record ElapsedMinutes(BigDecimal amount) implements Elapsed {

        static final String UNIT = "minute";

        public ElapsedMinutes {
            amount = TargetAmounts.checked(amount, UNIT, TargetAmounts.MINUTE, MAX_MINUTES);
        }

        @Override
        public String unit() {
            return UNIT;
        }

        @Override
        public long seconds() {
            return TargetAmounts.seconds(amount, TargetAmounts.MINUTE);
        }
    }

    /** Hours of the clock on the wall. */
    record ElapsedHours(BigDecimal amount) implements Elapsed {

        static final String UNIT = "hour";

        public ElapsedHours {
            amount = TargetAmounts.checked(amount, UNIT, TargetAmounts.HOUR, MAX_HOURS);
        }

        @Override
        public String unit() {
            return UNIT;
        }
    }

    /** Minutes of open time. */
    record WorkingMinutes(BigDecimal amount) implements Working {

        static final String UNIT = "working-minute";

        public WorkingMinutes {
            amount = TargetAmounts.checked(amount, UNIT, TargetAmounts.MINUTE, MAX_MINUTES);
        }

        @Override
        public String unit() {
            return UNIT;
        }

        @Override
        public long seconds() {
            return TargetAmounts.seconds(amount, TargetAmounts.MINUTE);
        }
    }

    /** Hours of open time. */
    record WorkingHours(BigDecimal amount) implements Working {

        static final String UNIT = "working-hour";

        public WorkingHours {
            amount = TargetAmounts.checked(amount, UNIT, TargetAmounts.HOUR, MAX_HOURS);
        }

        @Override
        public String unit() {
            return UNIT;
        }
    }

    /** Working days: as much open time each as the window says, eight hours if it says nothing (A03), which {@link #seconds()} takes them for. */
    record WorkingDays(BigDecimal amount) implements Working {

        static final String UNIT = "working-day";

        public WorkingDays {
            amount = TargetAmounts.checked(amount, UNIT, TargetAmounts.WORKING_DAY, MAX_DAYS);
        }

        @Override
        public String unit() {
            return UNIT;
        }

        @Override
        public long seconds() {
            return TargetAmounts.seconds(amount, TargetAmounts.WORKING_DAY);
        }
    }
}
