package io.quanyi.catalogue.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.text.BilingualText;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the calendar files of one version make sense. A slip in a date can be read without a fault, and then
 * counts working days wrongly for a year.
 */
public final class CalendarCheck {

    /** The calendar of the notices of the State Council, which say which of the days off are statutory. */
    private static final String CHINESE = "cn";

    private final CalendarFile file;
    private final CalendarDocument document;
    private final Faults faults;

    private CalendarCheck(CalendarFile file, Faults faults) {
        this.file = file;
        this.document = file.document();
        this.faults = faults;
    }

    /**
     * Checks the files of a version. Files that cannot be read are left out: the reader reports them.
     *
     * @param latest the last day on which a notice can have been published
     */
    public static void check(List<SourceFile> files, LocalDate latest, Faults faults) {
        Map<String, List<CalendarFile>> calendars = new TreeMap<>();
        for (SourceFile source : files) {
            CalendarFile file = CalendarFile.read(source, Set.of(), new Faults());
            if (file != null) {
                new CalendarCheck(file, faults).file(latest);
                calendars
                        .computeIfAbsent(file.document().id(), any -> new ArrayList<>())
                        .add(file);
            }
        }
        calendars.values().forEach(parts -> HolidayOverlaps.refuse(parts, faults));
    }

    private void file(LocalDate latest) {
        if (!file.folder().equals(document.id())) {
            fault(file.at("id"), "calendar-folder", document.id(), file.folder());
        }
        if (document.source().publishedOn().isAfter(latest)) {
            fault(
                    file.at("source", "publishedOn"),
                    "calendar-published-later",
                    document.source().publishedOn());
        }
        Integer year = file.year();
        if (year == null) {
            knownTo();
        } else {
            year(year);
        }
        statutoryDays();
        for (int i = 0; i < document.holidays().size(); i++) {
            holiday(document.holidays().get(i), i);
        }
    }

    /** Refuses dates outside of the year that the file is named after. */
    private void year(int year) {
        int before = faults.count();
        year(year, document.knownFrom(), file.at("knownFrom"));
        year(year, document.knownTo(), file.at("knownTo"));
        for (int i = 0; faults.count() == before && i < document.holidays().size(); i++) {
            Holiday holiday = document.holidays().get(i);
            year(year, holiday.from(), file.at("holidays", i, "from"));
            year(year, holiday.to(), file.at("holidays", i, "to"));
            years(year, holiday.statutory(), i, "statutory");
            years(year, holiday.makeUpWorkdays(), i, "makeUpWorkdays");
        }
    }

    private void years(int year, @Nullable List<LocalDate> days, int holiday, String member) {
        for (int i = 0; days != null && i < days.size(); i++) {
            year(year, days.get(i), file.at("holidays", holiday, member, i));
        }
    }

    private void year(int year, LocalDate day, Position place) {
        if (day.getYear() != year) {
            fault(place, "calendar-year", day, year);
        }
    }

    /** Refuses to know a year of which the file has no holiday. */
    private void knownTo() {
        Optional<LocalDate> last = document.holidays().stream().map(Holiday::to).max(LocalDate::compareTo);
        if (last.isPresent() && document.knownTo().getYear() > last.get().getYear()) {
            fault(file.at("knownTo"), "calendar-known-beyond", document.knownTo(), last.get());
        }
    }

    /** Refuses to know a whole year of the Chinese calendar without any statutory day; notices of other holidays do not tell them apart. */
    private void statutoryDays() {
        if (!document.id().equals(CHINESE)) {
            return;
        }
        LocalDate from = document.knownFrom();
        int first = from.getDayOfYear() == 1 ? from.getYear() : from.getYear() + 1;
        int last = document.knownTo().plusDays(1).getYear() - 1;
        IntStream.rangeClosed(first, last)
                .filter(year -> !hasStatutoryDay(year))
                .forEach(year -> fault(file.at("holidays"), "calendar-without-statutory", year));
    }

    private boolean hasStatutoryDay(int year) {
        return document.holidays().stream()
                .map(Holiday::statutory)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .anyMatch(day -> day.getYear() == year);
    }

    private void holiday(Holiday holiday, int number) {
        List<LocalDate> statutory = holiday.statutory() == null ? List.of() : holiday.statutory();
        for (int i = 0; i < statutory.size(); i++) {
            LocalDate day = statutory.get(i);
            if (day.isBefore(holiday.from()) || day.isAfter(holiday.to())) {
                fault(
                        file.at("holidays", number, "statutory", i),
                        "statutory-outside",
                        day,
                        holiday.from(),
                        holiday.to());
            }
        }
        List<LocalDate> worked = holiday.makeUpWorkdays() == null ? List.of() : holiday.makeUpWorkdays();
        for (int i = 0; i < worked.size(); i++) {
            DayOfWeek day = worked.get(i).getDayOfWeek();
            if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
                fault(file.at("holidays", number, "makeUpWorkdays", i), "make-up-weekday", words(worked.get(i)));
            }
        }
    }

    private void fault(Position place, String code, Object... arguments) {
        faults.add(Fault.at(place, code, arguments));
    }

    /** A date with the day of the week, in both languages. */
    static TranslatedText words(LocalDate day) {
        return new TranslatedText(
                new DateTexts(Language.CHINESE).day(day),
                Map.of(Language.ENGLISH, new DateTexts(Language.ENGLISH).day(day)));
    }

    /** A name in both languages. */
    static TranslatedText words(BilingualText name) {
        return new TranslatedText(name.in(Language.CHINESE), Map.of(Language.ENGLISH, name.in(Language.ENGLISH)));
    }
}
