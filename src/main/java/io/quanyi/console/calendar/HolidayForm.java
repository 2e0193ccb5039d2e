package io.quanyi.console.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.catalogue.calendar.CalendarDocument.Notice;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of the holidays of a year. Its rows have one field for each part of a holiday; a row without dates is no holiday.
 *
 * @param fields the values of each field, those of the rows one for each row
 */
record HolidayForm(Map<String, List<String>> fields) {

    static final String CALENDAR = "calendar";
    static final String YEAR = "year";

    /** The fields of a row, in the order of the page. */
    private static final List<String> ROW =
            List.of("name-zh-CN", "name-en", "first", "last", "statutory", "worked", "closed");

    private static final List<String> OTHERS =
            List.of(CALENDAR, YEAR, "title", "published-on", "number", "from", "note-zh-CN", "note-en");

    private static final int MAX_ROWS = 40;
    private static final int MAX_CHARACTERS = 1000;
    private static final int SPARE = 3;
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    /**
     * The form that was sent.
     *
     * @throws FaultsFound if it is not a form of this page
     */
    static HolidayForm sent(FormFields form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int rows = form.all(ROW.get(0)).size();
        for (String name : ROW) {
            if (form.all(name).size() != rows || rows > MAX_ROWS) {
                throw new FaultsFound(List.of(Fault.at("/" + name, "form-broken")));
            }
            fields.put(name, form.all(name).stream().map(HolidayForm::clean).toList());
        }
        OTHERS.forEach(name -> fields.put(name, List.of(clean(form.first(name)))));
        return new HolidayForm(fields);
    }

    private static String clean(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    /** The form of a year that is there, to be corrected. */
    static HolidayForm of(CalendarDocument year) {
        HolidayForm form = of(year.id(), year.knownFrom().getYear(), year.holidays(), true);
        form.fields.put("title", List.of(year.source().title()));
        form.fields.put("published-on", List.of(year.source().publishedOn().toString()));
        form.fields.put("number", Stream.ofNullable(year.source().number()).toList());
        return form;
    }

    /** The form of a new year, with the names of the holidays of the year before. */
    static HolidayForm next(String calendar, int year, List<Holiday> before) {
        return of(calendar, year, before, false);
    }

    private static HolidayForm of(String calendar, int year, List<Holiday> holidays, boolean dated) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(CALENDAR, List.of(calendar));
        fields.put(YEAR, List.of(String.valueOf(year)));
        Function<Function<Holiday, String>, List<String>> column =
                part -> holidays.stream().map(part).toList();
        Function<Function<Holiday, String>, List<String>> dates =
                part -> column.apply(holiday -> dated ? part.apply(holiday) : "");
        fields.put("name-zh-CN", column.apply(holiday -> holiday.name().in(Language.CHINESE)));
        fields.put("name-en", column.apply(holiday -> holiday.name().in(Language.ENGLISH)));
        fields.put("first", dates.apply(holiday -> holiday.from().toString()));
        fields.put("last", dates.apply(holiday -> holiday.to().toString()));
        fields.put("statutory", dates.apply(holiday -> days(holiday.statutoryOrNone())));
        fields.put("worked", dates.apply(holiday -> days(holiday.workedOrNone())));
        fields.put("closed", dates.apply(holiday -> holiday.closed() == null ? "" : holiday.closed()));
        for (Language language : Language.values()) {
            fields.put(
                    "note-" + language.tag(),
                    List.of(new ConsoleTexts(language).of("holidays-reason", String.valueOf(year))));
        }
        return new HolidayForm(fields);
    }

    private static String days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    String value(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The year; 0, with a fault, if it is none. */
    int year(Faults faults) {
        String year = value(YEAR);
        if (!year.matches("20\\d\\d")) {
            faults.add(Fault.at("/year", "holidays-year", year));
            return 0;
        }
        return Integer.parseInt(year);
    }

    /** The year that the form states; null, with the faults added, if it states none. */
    @Nullable CalendarDocument read(Faults faults) {
        int before = faults.count();
        int year = year(faults);
        String title = needed("title", "holidays-notice", faults);
        LocalDate published = day(value("published-on"), year, "holidays-published", faults);
        List<Holiday> holidays = new ArrayList<>();
        for (int row = 0; row < all("first").size() && year > 0; row++) {
            if (!cell("first", row).isEmpty() || !cell("last", row).isEmpty()) {
                Holiday holiday = holiday(row, year, faults);
                if (holiday != null) {
                    holidays.add(holiday);
                }
            }
        }
        if (holidays.isEmpty() && faults.count() == before) {
            faults.add(Fault.at("/holidays", "holidays-none"));
        }
        if (faults.count() > before || published == null) {
            return null;
        }
        String number = value("number");
        return CalendarDocument.ofYear(
                value(CALENDAR), year, new Notice(title, published, number.isEmpty() ? null : number), holidays);
    }

    private @Nullable Holiday holiday(int row, int year, Faults faults) {
        int before = faults.count();
        String what = "holidays-day";
        LocalDate first = day(cell("first", row), year, what, faults);
        LocalDate last = cell("last", row).isEmpty() ? first : day(cell("last", row), year, what, faults);
        List<LocalDate> statutory = days(cell("statutory", row), year, faults);
        List<LocalDate> worked = days(cell("worked", row), year, faults);
        String chinese = cell("name-zh-CN", row);
        String english = cell("name-en", row);
        if (chinese.isEmpty() || english.isEmpty()) {
            faults.add(Fault.at("/holidays/" + row, "holidays-name", row + 1));
        }
        if (first != null && last != null && (first.getYear() != year || last.getYear() != year)) {
            faults.add(Fault.at("/holidays/" + row, "holidays-other-year", first, last, year));
        }
        String closed = cell("closed", row);
        return faults.count() > before || first == null || last == null
                ? null
                : new Holiday(
                        new BilingualText(Map.of(Language.CHINESE.tag(), chinese, Language.ENGLISH.tag(), english)),
                        first,
                        last,
                        closed.isEmpty() ? null : closed,
                        statutory,
                        worked);
    }

    private String cell(String name, int row) {
        return all(name).get(row);
    }

    private List<LocalDate> days(String written, int year, Faults faults) {
        return Stream.of(written.split("[,，、;；\\s]+", -1))
                .filter(day -> !day.isEmpty())
                .flatMap(day -> Stream.ofNullable(day(day, year, "holidays-day", faults)))
                .toList();
    }

    /** A day as written: whole, or without the year. */
    private static @Nullable LocalDate day(String written, int year, String code, Faults faults) {
        try {
            Matcher day = SHORT_DAY.matcher(written);
            return day.matches() && year > 0
                    ? LocalDate.of(year, Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)))
                    : LocalDate.parse(written);
        } catch (DateTimeException e) {
            faults.add(Fault.at("", code, written));
            return null;
        }
    }

    private String needed(String name, String code, Faults faults) {
        String value = value(name);
        if (value.isEmpty() || value.length() > MAX_CHARACTERS) {
            faults.add(Fault.at("/" + name, code, MAX_CHARACTERS));
        }
        return value;
    }

    /** The reason of the publication, in both languages. */
    BilingualText note(Faults faults) {
        return new BilingualText(Stream.of(Language.values())
                .collect(Collectors.toMap(
                        Language::tag, language -> needed("note-" + language.tag(), "holidays-note", faults))));
    }

    /** From when on the calendars are in force; null for their publication. */
    @Nullable OffsetDateTime from(ZoneId zone, Faults faults) {
        String from = value("from");
        try {
            return from.isEmpty() ? null : FormFields.instant(from, zone);
        } catch (DateTimeException e) {
            faults.add(Fault.at("/from", "draft-from", from));
            return null;
        }
    }

    /** The rows of the page, with some spare ones. */
    List<Map<String, Object>> rows(Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        int filled = all("first").size();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(lastUsed() + SPARE, MAX_ROWS); row++) {
            int at = row;
            Map<String, Object> shown = new LinkedHashMap<>();
            ROW.forEach(name -> shown.put(name, at < filled ? cell(name, at) : ""));
            String own = at < filled ? cell("name-" + language.tag(), at) : "";
            shown.put("row", row + 1);
            shown.put("title", own.isEmpty() ? texts.of("holidays-row", row + 1) : own);
            rows.add(shown);
        }
        return rows;
    }

    /** The number of rows up to the last one in which something is entered. */
    private int lastUsed() {
        int used = all("first").size();
        while (used > 0 && isEmpty(used - 1)) {
            used--;
        }
        return used;
    }

    private boolean isEmpty(int row) {
        return ROW.stream().allMatch(name -> cell(name, row).isEmpty());
    }

    /** All fields with their values, to be sent again. */
    List<Map<String, String>> values() {
        return fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> Map.of("name", field.getKey(), "value", value)))
                .toList();
    }
}
