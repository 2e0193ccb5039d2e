package io.quanyi.release;

import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.decision.release.WindowHours;
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
        Map<LocalDate, HolidayName> closed = announcedDays(holidays, announced);
        Map<LocalDate, HolidayName> perhapsClosed = new TreeMap<>(closed);
        holidays.daysOff().forEach((day, name) -> {
            if (announced == null || !announced.knows(day)) {
                perhapsClosed.put(day, name);
            }
        });
        return new WindowHours(
                new Schedule(window, with(holidays, perhapsClosed)), new Schedule(window, with(holidays, closed)));
    }

    /** The days announced as closed; none without an announcement. */
    private static Map<LocalDate, HolidayName> announcedDays(
            HolidayCalendar holidays, @Nullable HolidayCalendar announced) {
        Map<LocalDate, HolidayName> days = new TreeMap<>();
        if (announced != null) {
            announced.daysOff().forEach((day, name) -> {
                if (holidays.knows(day)) {
                    days.put(day, name);
                }
            });
        }
        return days;
    }

    private static HolidayCalendar with(HolidayCalendar calendar, Map<LocalDate, HolidayName> daysOff) {
        return new HolidayCalendar(calendar.id(), calendar.knownFrom(), calendar.knownTo(), daysOff);
    }
}
