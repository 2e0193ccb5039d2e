package io.quanyi.console.calendar;

import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of one year of a holiday calendar, as a form shows and writes it.
 *
 * @param id the id of the calendar
 * @param knownFrom the first day for which the days off are known
 * @param knownTo the last day for which they are known
 * @param source the notice from which they come
 * @param holidays the holidays in their order
 */
record HolidayYear(
        String id, LocalDate knownFrom, LocalDate knownTo, HolidayNotice source, List<HolidaySpan> holidays) {

    /** The notice of a year. */
    record HolidayNotice(
            String title, LocalDate publishedOn, @Nullable String number) {}

    /**
     * A holiday: its days off in a row, the statutory ones among them, and the days that are worked for it.
     *
     * @param closed the hours that are closed on each day; null for whole days
     */
    record HolidaySpan(
            BilingualText name,
            LocalDate from,
            LocalDate to,
            @Nullable String closed,
            @Nullable List<LocalDate> statutory,
            @Nullable List<LocalDate> makeUpWorkdays) {

        List<LocalDate> statutoryOrNone() {
            return Objects.requireNonNullElse(statutory, List.of());
        }

        List<LocalDate> workedOrNone() {
            return Objects.requireNonNullElse(makeUpWorkdays, List.of());
        }
    }

    /** Keeps a copy. */
    HolidayYear {
        holidays = List.copyOf(holidays);
    }

    /** The whole of a year. */
    static HolidayYear of(String id, int year, HolidayNotice source, List<HolidaySpan> holidays) {
        return new HolidayYear(id, LocalDate.of(year, 1, 1), LocalDate.of(year, Month.DECEMBER, 31), source, holidays);
    }

    /** Reads a file; empty if it is none of this kind. */
    static Optional<HolidayYear> read(SourceFile file) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(file, faults);
        HolidayYear year = tree == null ? null : new RecordBinder(faults, Set.of()).bind(tree, HolidayYear.class);
        return faults.isEmpty() ? Optional.ofNullable(year) : Optional.empty();
    }

    /** The bytes of the file. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append("id: ").append(id).append('\n');
        text.append("knownFrom: ").append(knownFrom).append('\n');
        text.append("knownTo: ").append(knownTo).append('\n');
        text.append("source:\n  title: ").append(quoted(source.title())).append('\n');
        text.append("  publishedOn: ").append(source.publishedOn()).append('\n');
        if (source.number() != null) {
            text.append("  number: ").append(quoted(source.number())).append('\n');
        }
        text.append("holidays:\n");
        holidays.forEach(holiday -> text.append(entry(holiday)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(HolidaySpan holiday) {
        StringBuilder text = new StringBuilder("  - name: { ");
        text.append(holiday.name()
                .languages()
                .map(language -> language.tag() + ": " + quoted(holiday.name().in(language)))
                .collect(Collectors.joining(", ")));
        text.append(" }\n    from: ").append(holiday.from());
        text.append("\n    to: ").append(holiday.to());
        if (holiday.closed() != null) {
            text.append("\n    closed: ").append(quoted(holiday.closed()));
        }
        text.append("\n    statutory: ").append(holiday.statutoryOrNone());
        text.append("\n    makeUpWorkdays: ").append(holiday.workedOrNone()).append('\n');
        return text.toString();
    }

    /** A YAML text in single quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The name of a holiday in a language. */
    static String name(HolidaySpan holiday, Language language) {
        return holiday.name().in(language);
    }
}
