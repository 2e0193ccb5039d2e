package io.quanyi.workshop.scaffold.notice;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The holidays of a notice, for one year.
 *
 * @param year the year
 * @param holidays the holidays of that year
 * @param before the days in December of the year before, where a holiday begins in it
 */
public record NoticeYear(int year, List<NoticeHoliday> holidays, List<NoticeHoliday> before) {

    /** Keeps copies. */
    public NoticeYear {
        holidays = List.copyOf(holidays);
        before = List.copyOf(before);
    }

    /**
     * Puts the entries of a notice together.
     *
     * @param file the name of the notice
     * @param wanted the year; null where the notice has only one
     * @param statutory the statutory days that the notice itself does not state
     * @param known whether a day is already known as a day off
     */
    public static @Nullable NoticeYear of(
            String file,
            List<NoticeEntry> entries,
            @Nullable Integer wanted,
            List<LocalDate> statutory,
            Predicate<LocalDate> known,
            Faults faults) {
        List<NoticeHoliday> all = holidays(entries);
        Integer year = wanted == null ? year(file, all, faults) : wanted;
        if (year == null) {
            return null;
        }
        List<NoticeHoliday> ofYear =
                all.stream().filter(holiday -> part(holiday, year) != null).toList();
        if (ofYear.isEmpty()) {
            faults.add(Fault.at(Position.of(file), "notice-year-missing", year));
        }
        for (NoticeEntry entry : entries) {
            if (entry.worked()) {
                worked(entry, all, faults);
            }
        }
        statutory.forEach(day -> ofYear.stream()
                .filter(holiday -> holiday.contains(day))
                .findFirst()
                .ifPresentOrElse(
                        holiday -> holiday.addStatutory(day),
                        () -> faults.add(Fault.at(Position.of(file), "notice-statutory-outside", day))));
        ofYear.forEach(holiday -> refuseWorkedBefore(holiday, year, faults));
        return new NoticeYear(
                year,
                ofYear.stream()
                        .map(holiday -> part(holiday, year))
                        .filter(Objects::nonNull)
                        .toList(),
                ofYear.stream()
                        .map(holiday -> part(holiday, year - 1))
                        .filter(part -> part != null && !known.test(part.from()))
                        .toList());
    }

    private static @Nullable NoticeHoliday part(@Nullable NoticeHoliday holiday, int year) {
        return holiday == null
                ? null
                : holiday.between(LocalDate.of(year, 1, 1), LocalDate.of(year, Month.DECEMBER, 31));
    }

    /** The holidays in the order of their days; entries of one name that follow each other are one holiday. */
    private static List<NoticeHoliday> holidays(List<NoticeEntry> entries) {
        List<NoticeHoliday> holidays = new ArrayList<>();
        entries.stream()
                .filter(entry -> !entry.worked())
                .sorted(Comparator.comparing(NoticeEntry::from))
                .forEach(entry -> {
                    if (holidays.stream().noneMatch(holiday -> holiday.goesOn(entry))) {
                        holidays.add(new NoticeHoliday(entry));
                    }
                });
        return holidays;
    }

    /** The only year of the holidays, apart from the end of the year before. */
    private static @Nullable Integer year(String file, List<NoticeHoliday> holidays, Faults faults) {
        TreeSet<Integer> years = new TreeSet<>();
        holidays.forEach(holiday -> years.add(holiday.to().getYear()));
        if (years.size() == 1) {
            return years.first();
        }
        faults.add(
                years.isEmpty()
                        ? Fault.at(Position.of(file), "notice-without-days")
                        : Fault.at(
                                Position.of(file),
                                "notice-several-years",
                                Fault.list(years.stream().map(String::valueOf).toList())));
        return null;
    }

    /** Adds days that are worked to the nearest holiday of their name. */
    private static void worked(NoticeEntry entry, List<NoticeHoliday> holidays, Faults faults) {
        for (LocalDate day = entry.from(); !day.isAfter(entry.to()); day = day.plusDays(1)) {
            LocalDate worked = day;
            holidays.stream()
                    .filter(holiday -> holiday.isCalled(entry.name()))
                    .min(Comparator.comparingLong(
                            holiday -> Math.abs(holiday.from().toEpochDay() - worked.toEpochDay())))
                    .ifPresentOrElse(
                            holiday -> holiday.addWorked(worked),
                            () -> faults.add(
                                    Fault.at(entry.position(), "notice-worked-for-nothing", worked, entry.name())));
        }
    }

    private static void refuseWorkedBefore(NoticeHoliday holiday, int year, Faults faults) {
        boolean begins = holiday.from().getYear() < year;
        holiday.worked().stream()
                .filter(day -> day.getYear() > year || (day.getYear() < year && !begins))
                .forEach(day ->
                        faults.add(Fault.at(holiday.position(), "notice-worked-in-other-year", day, holiday.name())));
    }
}
