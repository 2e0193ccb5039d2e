package io.quanyi.catalogue.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.servicetime.HalfDay;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Session;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads calendar files: the days off by official notices, and the days for which they are known. */
public final class CalendarReader {

    /** The greatest number of days between the first and the last day of a holiday. */
    private static final int MAX_DAYS = 60;

    private CalendarReader() {}

    /** The members of a calendar file. */
    public static List<RecordForm.Member> form() {
        return RecordForm.of(CalendarDocument.class);
    }

    /** Reads the files of one version into calendars, by id; faults are added. A calendar may have several files. */
    public static Map<String, HolidayCalendar> read(List<SourceFile> files, Faults faults) {
        return read(files, any -> Set.of(), faults);
    }

    /**
     * Reads the files of one version into calendars, by id; faults are added. A calendar may have several files.
     *
     * @param languages the languages in which the names of a calendar must be, by the id of the calendar
     */
    public static Map<String, HolidayCalendar> read(
            List<SourceFile> files, Function<String, Set<Language>> languages, Faults faults) {
        Map<String, List<HolidayCalendar>> parts = new TreeMap<>();
        Map<String, Position> places = new TreeMap<>();
        for (SourceFile file : files) {
            HolidayCalendar part = part(file, languages.apply(CalendarFile.folder(file.path())), faults);
            if (part != null) {
                parts.computeIfAbsent(part.id(), any -> new ArrayList<>()).add(part);
                places.put(part.id(), Position.of(file.path()));
            }
        }
        Map<String, HolidayCalendar> calendars = new TreeMap<>();
        parts.forEach((id, years) -> {
            try {
                calendars.put(id, HolidayCalendar.join(years));
            } catch (InvalidTime e) {
                faults.add(Fault.at(places.getOrDefault(id, Position.NOWHERE), e.code(), e.arguments()));
            }
        });
        return calendars;
    }

    private static @Nullable HolidayCalendar part(SourceFile file, Set<Language> languages, Faults faults) {
        CalendarFile read = CalendarFile.read(file, languages, faults);
        if (read == null || refusesHolidays(read, faults)) {
            return null;
        }
        CalendarDocument document = read.document();
        Map<LocalDate, HalfDay> halfDays = halfDays(read, faults);
        if (halfDays == null) {
            return null;
        }
        try {
            return new HolidayCalendar(
                    document.id(), document.knownFrom(), document.knownTo(), daysOff(document), halfDays);
        } catch (InvalidTime e) {
            faults.add(Fault.at(Position.of(file.path()), e.code(), e.arguments()));
            return null;
        }
    }

    /** Refuses holidays that end before they begin or are too long, as after a slip in a year. */
    private static boolean refusesHolidays(CalendarFile file, Faults faults) {
        int before = faults.count();
        List<Holiday> holidays = file.document().holidays();
        for (int i = 0; i < holidays.size(); i++) {
            if (!isSpan(holidays.get(i))) {
                Position place = file.at("holidays", i, "to");
                faults.add(Fault.at(
                        place,
                        "holiday-span",
                        holidays.get(i).from(),
                        holidays.get(i).to()));
            }
        }
        return faults.count() > before;
    }

    /** Whether a holiday ends after it begins, and is not too long. */
    static boolean isSpan(Holiday holiday) {
        return !holiday.to().isBefore(holiday.from())
                && !holiday.from().plusDays(MAX_DAYS).isBefore(holiday.to());
    }

    private static HolidayName name(Holiday holiday) {
        return new HolidayName(
                holiday.name().in(Language.CHINESE), holiday.name().in(Language.ENGLISH));
    }

    private static Map<LocalDate, HolidayName> daysOff(CalendarDocument document) {
        Map<LocalDate, HolidayName> daysOff = new TreeMap<>();
        for (Holiday holiday : document.holidays()) {
            if (holiday.closed() == null) {
                days(holiday).forEach(day -> daysOff.put(day, name(holiday)));
            }
        }
        return daysOff;
    }

    /** The days of which only some hours are closed; null, with the faults added, if the hours cannot be read. */
    private static @Nullable Map<LocalDate, HalfDay> halfDays(CalendarFile file, Faults faults) {
        int before = faults.count();
        Map<LocalDate, HalfDay> halfDays = new TreeMap<>();
        List<Holiday> holidays = file.document().holidays();
        for (int i = 0; i < holidays.size(); i++) {
            Holiday holiday = holidays.get(i);
            if (holiday.closed() != null) {
                try {
                    HalfDay half = new HalfDay(name(holiday), Session.parse(holiday.closed()));
                    days(holiday).forEach(day -> halfDays.put(day, half));
                } catch (InvalidTime e) {
                    faults.add(Fault.at(file.at("holidays", i, "closed"), e.code(), e.arguments()));
                }
            }
        }
        return faults.count() == before ? halfDays : null;
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        return holiday.from().datesUntil(holiday.to().plusDays(1));
    }
}
