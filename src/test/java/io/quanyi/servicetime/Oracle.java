package io.quanyi.servicetime;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slow and obvious answer: look at the clock on the wall, minute after minute. Right for whole minutes only. */
record Oracle(Window window, @Nullable HolidayCalendar calendar) {

    boolean isOpen(Instant at) {
        ZonedDateTime wall = at.atZone(window.zone());
        if (window.closedOnHolidays() && calendar != null && calendar.daysOff().containsKey(wall.toLocalDate())) {
            return false;
        }
        return window.week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                .anyMatch(session -> contains(session, wall.toLocalTime()));
    }

    /** The first minute from here on that is open, or that is closed. */
    Instant next(boolean open, Instant from) {
        Instant at = from;
        while (isOpen(at) != open) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    /** The end of the minute in which the last open minute of the target has passed. */
    Instant due(Target target, Instant from) {
        Instant at = from;
        for (long left = target.seconds() / 60; left > 0; at = at.plusSeconds(60)) {
            left -= isOpen(at) ? 1 : 0;
        }
        return at;
    }

    private static boolean contains(Session session, LocalTime time) {
        boolean ended =
                session.toMinute() < 24 * 60 && !time.isBefore(session.from().plus(session.length()));
        return !time.isBefore(session.from()) && !ended;
    }
}
