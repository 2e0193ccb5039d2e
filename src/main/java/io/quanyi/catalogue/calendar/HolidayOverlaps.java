package io.quanyi.catalogue.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Days that a calendar states twice: as two holidays, or as a day off that is worked. */
final class HolidayOverlaps {

    private final Faults faults;
    private final Map<LocalDate, Holiday> daysOff = new TreeMap<>();
    private final Set<LocalDate> worked = new HashSet<>();

    private HolidayOverlaps(Faults faults) {
        this.faults = faults;
    }

    /** Adds a fault for each, at the place where it is stated again. */
    static void refuse(List<CalendarFile> calendar, Faults faults) {
        HolidayOverlaps overlaps = new HolidayOverlaps(faults);
        for (CalendarFile file : calendar) {
            for (int i = 0; i < file.document().holidays().size(); i++) {
                overlaps.holiday(file.document().holidays().get(i), file.at("holidays", i, "from"));
            }
        }
        for (CalendarFile file : calendar) {
            for (int i = 0; i < file.document().holidays().size(); i++) {
                List<LocalDate> days = file.document().holidays().get(i).makeUpWorkdays();
                for (int j = 0; days != null && j < days.size(); j++) {
                    overlaps.worked(days.get(j), file.at("holidays", i, "makeUpWorkdays", j));
                }
            }
        }
    }

    private void holiday(Holiday holiday, Position place) {
        if (!CalendarReader.isSpan(holiday)) {
            return;
        }
        Set<Holiday> told = new HashSet<>();
        for (LocalDate day = holiday.from(); !day.isAfter(holiday.to()); day = day.plusDays(1)) {
            Holiday other = daysOff.putIfAbsent(day, holiday);
            if (other != null && told.add(other)) {
                faults.add(overlap(other, holiday, day, place));
            }
        }
    }

    private static Fault overlap(Holiday other, Holiday holiday, LocalDate day, Position place) {
        return other.name().equals(holiday.name())
                ? Fault.at(place, "holiday-twice", CalendarCheck.words(holiday.name()), day)
                : Fault.at(
                        place,
                        "holidays-overlap",
                        CalendarCheck.words(other.name()),
                        CalendarCheck.words(holiday.name()),
                        day);
    }

    private void worked(LocalDate day, Position place) {
        Holiday off = daysOff.get(day);
        if (off != null) {
            faults.add(
                    Fault.at(place, "make-up-on-holiday", CalendarCheck.words(day), CalendarCheck.words(off.name())));
        }
        if (!worked.add(day)) {
            faults.add(Fault.at(place, "make-up-twice", CalendarCheck.words(day)));
        }
    }
}
