package io.quanyi.decision;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The years of a service, counted from its start: each ends the day before the anniversary (reading A11). A service that starts on 29
 * February has its anniversary on 1 March where there is no such day, so that the year ends on the last of February (reading A20).
 */
public final class ServiceYears {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private ServiceYears() {}

    /** The number of the year, from 1, that a day lies in; the day is not before the start. */
    public static int yearOf(LocalDate start, LocalDate day) {
        int years = day.getYear() - start.getYear();
        return day.isBefore(anniversary(start, years)) ? years : years + 1;
    }

    /** The first day of a year. */
    public static LocalDate firstDay(LocalDate start, int year) {
        return anniversary(start, year - 1);
    }

    /** The last day of a year. */
    static LocalDate lastDay(LocalDate start, int year) {
        return anniversary(start, year).minusDays(1);
    }

    private static LocalDate anniversary(LocalDate start, int years) {
        LocalDate day = start.plusYears(years);
        boolean moved = MonthDay.from(start).equals(LEAP_DAY) && day.getDayOfMonth() == 28;
        return moved ? day.plusDays(1) : day;
    }
}
