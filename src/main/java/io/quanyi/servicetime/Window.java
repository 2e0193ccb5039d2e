package io.quanyi.servicetime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours of a service or channel: sessions of each day of the week, in wall-clock time of a zone, and how much open time a working day is.
 *
 * <p>The sessions of a day are kept sorted, with touching ones merged; days without any are left out. A window that
 * {@code closedOnHolidays} is closed on every day off of its calendar (reading A01); one that is not stays open (reading A05).
 */
public record Window(
        String id, ZoneId zone, Map<DayOfWeek, List<Session>> week, boolean closedOnHolidays, Duration workingDay) {

    /** The open time of a working day unless a window states another: eight hours (reading A03). */
    public static final Duration USUAL_DAY = Duration.ofSeconds(TargetUnit.WORKING_DAY.seconds());

    /** A window whose working days have the usual length. */
    public Window(String id, ZoneId zone, Map<DayOfWeek, List<Session>> week, boolean closedOnHolidays) {
        this(id, zone, week, closedOnHolidays, USUAL_DAY);
    }

    /** Refuses a blank id, overlapping sessions and a week without any ({@link IllegalArgumentException}). */
    public Window {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a window needs an id");
        }
        week = tidy(id, week);
        if (week.isEmpty()) {
            throw new InvalidTime("window-empty", id);
        }
    }

    /** The open time of a working day in hours, with two decimals at most. */
    public BigDecimal workingDayHours() {
        BigDecimal hours = BigDecimal.valueOf(workingDay.toSeconds())
                .divide(BigDecimal.valueOf(TargetUnit.HOUR.seconds()), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }

    /** The length of a target time in seconds of its own clock, rounded to the second where a part of a working day is none. */
    long seconds(Target target) {
        return target instanceof Target.Working days && days.isDays()
                ? days.amount()
                        .multiply(BigDecimal.valueOf(workingDay.toSeconds()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()
                : target.seconds();
    }

    /** Whether the window is open at every instant, by its definition, not by the present holidays of a calendar. */
    boolean neverCloses() {
        return !closedOnHolidays && allWeek();
    }

    boolean allWeek() {
        return week.size() == 7 && week.values().stream().allMatch(Window::allDay);
    }

    private static boolean allDay(List<Session> sessions) {
        return sessions.get(0).length().toDays() == 1;
    }

    private static Map<DayOfWeek, List<Session>> tidy(String id, Map<DayOfWeek, List<Session>> week) {
        Map<DayOfWeek, List<Session>> tidied = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, sessions) -> {
            if (!sessions.isEmpty()) {
                tidied.put(day, merged(id, sessions));
            }
        });
        return Collections.unmodifiableMap(tidied);
    }

    private static List<Session> merged(String id, List<Session> sessions) {
        List<Session> sorted = sessions.stream().sorted().toList();
        List<Session> merged = new ArrayList<>(sorted.subList(0, 1));
        for (Session next : sorted.subList(1, sorted.size())) {
            int end = merged.size() - 1;
            Session last = merged.get(end);
            if (next.fromMinute() < last.toMinute()) {
                throw new InvalidTime("sessions-overlap", id, last, next);
            }
            if (next.fromMinute() == last.toMinute()) {
                merged.set(end, Session.ofMinutes(last.fromMinute(), next.toMinute()));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
