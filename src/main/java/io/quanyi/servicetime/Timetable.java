package io.quanyi.servicetime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The sessions of a window on each date under a holiday calendar, as numbers for fast counting. Dates are epoch days, times are nanoseconds of the local day. */
final class Timetable {

    private static final long[] CLOSED = {};

    private final long[][] week = new long[7][];
    private final boolean allWeek;
    private final long knownFrom;
    private final long knownTo;
    private final long firstBit;
    private final BitSet daysOff = new BitSet();
    private final Map<Long, long[]> halfDays = new HashMap<>();

    Timetable(Window window, @Nullable HolidayCalendar calendar) {
        for (DayOfWeek day : DayOfWeek.values()) {
            week[day.getValue() - 1] = bounds(window.week().getOrDefault(day, List.of()));
        }
        allWeek = window.allWeek();
        if (calendar == null) {
            // Without holidays the week alone decides every date, so there is nothing not to know.
            knownFrom = Long.MIN_VALUE;
            knownTo = Long.MAX_VALUE;
            firstBit = 0;
        } else {
            knownFrom = calendar.knownFrom().toEpochDay();
            knownTo = calendar.knownTo().toEpochDay();
            firstBit = knownFrom;
            for (LocalDate date : calendar.daysOff().keySet()) {
                daysOff.set((int) (date.toEpochDay() - firstBit));
            }
            calendar.halfDays().forEach((date, half) -> {
                long day = date.toEpochDay();
                halfDays.put(day, without(weekly(day), half.closed()));
            });
        }
    }

    /** Start, end, start, end … of the sessions on a date, in order. */
    long[] sessionsOn(long date) {
        if (isDayOff(date)) {
            return CLOSED;
        }
        long[] half = halfDays.isEmpty() ? null : halfDays.get(date);
        return half == null ? weekly(date) : half;
    }

    /** Whether the sessions of a date rest on its weekday alone although a holiday might close them (reading A12). */
    boolean guesses(long date) {
        return (date < knownFrom || date > knownTo) && weekly(date).length > 0;
    }

    /** Whether no date from this one on is closed for so much as a moment, as far as anything says. */
    boolean openForeverFrom(long date) {
        return allWeek && date > knownTo;
    }

    private boolean isDayOff(long date) {
        return date >= firstBit && daysOff.get((int) (date - firstBit));
    }

    private long[] weekly(long date) {
        // 1970-01-01, epoch day 0, was a Thursday.
        return week[Math.floorMod(date + 3, 7)];
    }

    /** The parts of sessions outside of closed hours. */
    private static long[] without(long[] sessions, Session closed) {
        long from = closed.fromMinute() * Nanos.MINUTE;
        long to = closed.toMinute() * Nanos.MINUTE;
        LongStream.Builder left = LongStream.builder();
        for (int i = 0; i < sessions.length; i += 2) {
            add(left, sessions[i], Math.min(sessions[i + 1], from));
            add(left, Math.max(sessions[i], to), sessions[i + 1]);
        }
        return left.build().toArray();
    }

    private static void add(LongStream.Builder left, long from, long to) {
        if (from < to) {
            left.add(from).add(to);
        }
    }

    private static long[] bounds(List<Session> sessions) {
        long[] bounds = new long[2 * sessions.size()];
        for (int i = 0; i < sessions.size(); i++) {
            bounds[2 * i] = sessions.get(i).fromMinute() * Nanos.MINUTE;
            bounds[2 * i + 1] = sessions.get(i).toMinute() * Nanos.MINUTE;
        }
        return bounds;
    }
}
