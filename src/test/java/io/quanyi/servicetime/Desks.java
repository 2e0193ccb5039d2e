package io.quanyi.servicetime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The windows and calendars that the tests ask about. */
final class Desks {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    static final HolidayCalendar CN_2026 = calendar(
            2026,
            daysOff("2026-01-01", "2026-01-03"),
            daysOff("2026-02-15", "2026-02-23"),
            daysOff("2026-04-04", "2026-04-06"),
            daysOff("2026-05-01", "2026-05-05"),
            daysOff("2026-06-19", "2026-06-21"),
            daysOff("2026-09-25", "2026-09-27"),
            daysOff("2026-10-01", "2026-10-07"));

    static final Window FIVE_BY_EIGHT = closedOnHolidays("5x8", MONDAY_TO_FRIDAY, "08:30-12:00", "13:00-17:30");
    static final Window SEVEN_BY_EIGHT = window("7x8", BEIJING, EVERY_DAY, "08:30-12:00", "13:00-17:30");
    static final Window SEVEN_BY_TWELVE = window("7x12", BEIJING, EVERY_DAY, "08:30-20:30");
    static final Window ALWAYS = window("7x24", BEIJING, EVERY_DAY, "00:00-24:00");
    static final Window ALWAYS_BUT_HOLIDAYS = closedOnHolidays("7x24-but-holidays", EVERY_DAY, "00:00-24:00");

    private Desks() {}

    static Window window(String id, ZoneId zone, Set<DayOfWeek> days, String... sessions) {
        return new Window(id, zone, week(days, sessions), false);
    }

    static Window closedOnHolidays(String id, Set<DayOfWeek> days, String... sessions) {
        return new Window(id, BEIJING, week(days, sessions), true);
    }

    static Map<DayOfWeek, List<Session>> week(Set<DayOfWeek> days, String... sessions) {
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(
                day -> week.put(day, Arrays.stream(sessions).map(Session::parse).toList()));
        return week;
    }

    @SafeVarargs
    static HolidayCalendar calendar(int year, Map<LocalDate, HolidayName>... daysOff) {
        Map<LocalDate, HolidayName> all = new TreeMap<>();
        for (Map<LocalDate, HolidayName> some : daysOff) {
            all.putAll(some);
        }
        return new HolidayCalendar("cn", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), all);
    }

    /** Both ends inclusive. */
    static Map<LocalDate, HolidayName> daysOff(String from, String to) {
        Map<LocalDate, HolidayName> days = new TreeMap<>();
        HolidayName name = new HolidayName("始于 " + from, "from " + from);
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(day -> days.put(day, name));
        return days;
    }
}
