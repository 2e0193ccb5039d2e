package io.quanyi.release;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.servicetime.HalfDay;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Window;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The working hours of a window: its weekly schedule without the days off, under the announcements that are known. */
final class HolidaySchedules {

    private HolidaySchedules() {}

    static WindowHours laidOver(Window window, OpeningHours entry, Map<String, HolidayCalendar> calendars) {
        HolidayCalendar holidays = entry.calendar() == null ? null : calendars.get(entry.calendar());
        if (holidays == null || entry.announcements() == null) {
            return new WindowHours(new Schedule(window, holidays));
        }
        HolidayCalendar announced = calendars.get(entry.announcements());
        Map<LocalDate, HolidayName> closed = new TreeMap<>();
        Map<LocalDate, HalfDay> closedHours = new TreeMap<>();
        if (announced != null) {
            closed.putAll(knownTo(holidays, announced.daysOff()));
            closedHours.putAll(knownTo(holidays, announced.halfDays()));
        }
        Map<LocalDate, HolidayName> perhapsClosed = new TreeMap<>(notAnnounced(announced, holidays.daysOff()));
        Map<LocalDate, HalfDay> perhapsClosedHours = new TreeMap<>(notAnnounced(announced, holidays.halfDays()));
        perhapsClosed.putAll(closed);
        perhapsClosedHours.putAll(closedHours);
        return new WindowHours(
                new Schedule(window, with(holidays, perhapsClosed, perhapsClosedHours)),
                new Schedule(window, with(holidays, closed, closedHours)));
    }

    /** The days that the calendar of the holidays knows. */
    private static <T> Map<LocalDate, T> knownTo(HolidayCalendar holidays, Map<LocalDate, T> days) {
        Map<LocalDate, T> known = new TreeMap<>(days);
        known.keySet().removeIf(day -> !holidays.knows(day));
        return known;
    }

    /** The holidays about which nothing is announced. */
    private static <T> Map<LocalDate, T> notAnnounced(@Nullable HolidayCalendar announced, Map<LocalDate, T> holidays) {
        Map<LocalDate, T> open = new TreeMap<>(holidays);
        open.keySet().removeIf(day -> announced != null && announced.knows(day));
        return open;
    }

    private static HolidayCalendar with(
            HolidayCalendar calendar, Map<LocalDate, HolidayName> daysOff, Map<LocalDate, HalfDay> halfDays) {
        return new HolidayCalendar(calendar.id(), calendar.knownFrom(), calendar.knownTo(), daysOff, halfDays);
    }
}
