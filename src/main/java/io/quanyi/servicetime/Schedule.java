package io.quanyi.servicetime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The open times of a window under a holiday calendar, in which targets are counted and fall due.
 *
 * <p>An instant is open if the wall clock of the window's zone then shows a time in one of the day's sessions, and the
 * date is no day off under a window that closes on holidays (A01, A08). Durations are time that really passes, also
 * across a change of the clocks. Every answer is given in the window's zone.
 *
 * <p>Instants may lie in the years 1900 to 2199 UTC; others, and answers beyond, are a
 * {@link java.time.DateTimeException}. Safe for use by many threads.
 */
public final class Schedule {

    private final Window window;
    private final @Nullable HolidayCalendar calendar;
    private final Timetable timetable;
    private final boolean neverCloses;

    /**
     * Lays the window over the calendar, which a window that stays open on holidays needs not have and does not read.
     *
     * @throws IllegalArgumentException if the window closes on holidays and there is no calendar to say when
     */
    public Schedule(Window window, @Nullable HolidayCalendar calendar) {
        if (window.closedOnHolidays() && calendar == null) {
            throw new IllegalArgumentException(
                    "window \"%s\" closes on holidays and needs a calendar".formatted(window.id()));
        }
        this.window = window;
        this.calendar = window.closedOnHolidays() ? calendar : null;
        this.neverCloses = window.neverCloses();
        timetable = new Timetable(window, this.calendar);
    }

    /**
     * The time that a clock counted, and the ground of the count.
     *
     * @param beyondCalendar whether a date was counted or passed over by its weekday alone (reading A12)
     */
    public record Count(Duration time, boolean beyondCalendar) {}

    /** When a promise of elapsed time is due: every second counts, open or not, and no calendar is read. */
    public static Deadline elapsed(Target.Elapsed target, Instant from, ZoneId zone) {
        return elapsed(target, from, Pauses.NONE, zone, Integer.MAX_VALUE);
    }

    /**
     * When a promise of elapsed time is due if nothing is counted in the pauses of the case.
     *
     * @param most how many spans are shown, at least 2
     */
    public static Deadline elapsed(Target.Elapsed target, Instant from, Pauses pauses, ZoneId zone, int most) {
        return counted(target.seconds(), new RunningTime(null, Nanos.of(from), pauses), zone, most);
    }

    /** The time between two instants that is in no pause, open or not. */
    public static Count elapsed(Instant from, Pauses pauses, Instant until) {
        return counted(new RunningTime(null, Nanos.of(from), pauses), Nanos.of(until));
    }

    /** Whether the window is open at this instant: at the end of a session it is closed (reading A08). */
    public boolean isOpen(Instant at) {
        return walk(at).isOpen();
    }

    /** When the present opening ends; null when closed, and when no end is in sight, as with 7×24. */
    public @Nullable ZonedDateTime closesAt(Instant at) {
        Walk walk = walk(at);
        if (neverCloses || !walk.isOpen()) {
            return null;
        }
        long closing = walk.closing();
        return closing == Walk.NEVER ? null : Nanos.in(window.zone(), closing);
    }

    /** When the window opens next; null when it is open. */
    public @Nullable ZonedDateTime opensAt(Instant at) {
        Walk walk = walk(at);
        if (walk.isOpen()) {
            return null;
        }
        walk.next();
        return Nanos.in(window.zone(), walk.opens());
    }

    /**
     * When a target that runs from this instant is due. Working time starts at once in a session, else at the next
     * opening (reading A09), and ends with the session it is used up in, not at the opening after. A working day is as much open time
     * as the window says, eight hours if it says nothing (reading A03). All spans are kept: a working day counts up to two, and a target may have thousands.
     *
     * @throws IllegalArgumentException for an immediate target, which has nothing to count
     */
    public Deadline deadline(Target target, Instant from) {
        return deadline(target, from, Integer.MAX_VALUE);
    }

    /**
     * The same deadline, folded: of more spans than may be shown only the first and the last ones are kept.
     *
     * @param most how many spans are shown, at least 2
     * @throws IllegalArgumentException for an immediate target, which has nothing to count
     */
    public Deadline deadline(Target target, Instant from, int most) {
        return deadline(target, from, Pauses.NONE, most);
    }

    /**
     * The deadline of a case in whose pauses nothing is counted, folded. An end of a pause outside the window is as the end of
     * a night: the clock goes on at the next opening.
     *
     * @param most how many spans are shown, at least 2
     * @throws IllegalArgumentException for an immediate target, which has nothing to count
     */
    public Deadline deadline(Target target, Instant from, Pauses pauses, int most) {
        if (target instanceof Target.Immediate) {
            throw new IllegalArgumentException("an immediate target has no deadline");
        }
        return counted(window.seconds(target), time(target, from, pauses), window.zone(), most);
    }

    /** The time that the clock of a target counts between two instants, whether or not the target is used up by then. */
    public Count counted(Target target, Instant from, Pauses pauses, Instant until) {
        return counted(time(target, from, pauses), Nanos.of(until));
    }

    /** The length of a target time in seconds of its own clock. */
    public long seconds(Target target) {
        return window.seconds(target);
    }

    /** The calendar that says when the window is closed; null where none does. */
    public @Nullable HolidayCalendar calendar() {
        return calendar;
    }

    /**
     * Whether what {@link #isOpen}, {@link #closesAt} and {@link #opensAt} say of this instant rests on the weekday
     * alone of a date that the calendar does not reach (reading A12).
     */
    public boolean beyondCalendar(Instant at) {
        Walk walk = walk(at);
        if (calendar == null) {
            return false;
        }
        if (walk.isOpen()) {
            walk.closing();
        } else {
            walk.next();
        }
        return walk.guessed();
    }

    private Walk walk(Instant from) {
        return walk(Nanos.of(from));
    }

    private Walk walk(long from) {
        return new Walk(timetable, window.zone().getRules(), from);
    }

    private RunningTime time(Target target, Instant from, Pauses pauses) {
        boolean unbroken = target instanceof Target.Elapsed || neverCloses;
        return new RunningTime(unbroken ? null : this::walk, Nanos.of(from), pauses);
    }

    private static Deadline counted(long seconds, RunningTime time, ZoneId zone, int most) {
        CountedSpans counted = new CountedSpans(zone, most);
        long left = seconds * Nanos.SECOND;
        while (time.next()) {
            long taken = Math.min(left, time.length());
            counted.add(time.opens(), time.opens() + taken);
            left -= taken;
            if (left == 0) {
                return counted.deadline(time.guessed());
            }
        }
        return counted.halted(time.guessed());
    }

    private static Count counted(RunningTime time, long until) {
        long counted = 0;
        boolean guessed = false;
        boolean goesOn = true;
        while (goesOn && time.next() && time.opens() < until) {
            guessed = time.guessed();
            counted += Math.min(time.closes(), until) - time.opens();
            goesOn = time.closes() < until;
        }
        return new Count(Duration.ofNanos(counted), guessed);
    }
}
