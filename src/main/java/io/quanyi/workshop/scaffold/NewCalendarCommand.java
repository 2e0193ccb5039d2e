package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.calendar.CalendarDocument.Notice;
import io.quanyi.catalogue.calendar.CalendarReader;
import io.quanyi.catalogue.edit.CalendarEdit;
import io.quanyi.release.CalendarVersions;
import io.quanyi.release.RulesTree;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.workshop.scaffold.notice.CsvNotice;
import io.quanyi.workshop.scaffold.notice.HolidayTranslations;
import io.quanyi.workshop.scaffold.notice.IcsNotice;
import io.quanyi.workshop.scaffold.notice.NoticeEntry;
import io.quanyi.workshop.scaffold.notice.NoticeHoliday;
import io.quanyi.workshop.scaffold.notice.NoticeYear;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a version of the calendars from a notice of holidays: the newest version with the year of the notice. */
@Command(name = "calendar")
final class NewCalendarCommand extends ScaffoldCommand {

    @Option(names = "--from", required = true, paramLabel = "FILE")
    private Path from = Path.of("");

    @Option(names = "--calendars", paramLabel = "VERSION")
    private @Nullable String version;

    @Option(names = "--country", paramLabel = "ID")
    private @Nullable String named;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--title", paramLabel = "TITLE")
    private @Nullable String title;

    @Option(names = "--published-on", paramLabel = "DATE", descriptionKey = "notice-published-on")
    private @Nullable LocalDate publishedOn;

    @Option(names = "--number", paramLabel = "NUMBER")
    private @Nullable String number;

    @Option(names = "--statutory", paramLabel = "DATE", split = ",")
    private List<LocalDate> statutory = List.of();

    @Option(names = "--name", paramLabel = "NAME=ENGLISH")
    private Map<String, String> names = Map.of();

    private String country = "";
    private String target = "";

    @Override
    protected List<String> programmes() {
        return List.of();
    }

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw output().wrong(output().text("no-file", from));
        }
        SourceFile notice = new SourceFile(from.toString(), Files.readAllBytes(from));
        String kind = from.toString().toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
        requireOptionsOf(kind);
        if (kind.equals("yaml")) {
            addCalendarFile(edit, notice);
        } else {
            country = country(edit);
            addNotice(edit, notice, kind);
        }
    }

    /** The calendar that the call names; if it names none, the only one by which the programmes close. */
    private String country(RulesEdit edit) {
        List<String> known = ZoneCalendar.named(edit.tree());
        if (named == null && known.size() != 1) {
            throw output().wrong(output().text("new.calendar-country", known.isEmpty() ? "—" : output().list(known)));
        }
        String id = named == null ? known.get(0) : named;
        requireName(id);
        return id;
    }

    /** A calendar file states everything itself; the other kinds do not state their source. */
    private void requireOptionsOf(String kind) {
        boolean any = title != null || publishedOn != null || number != null || year != null;
        switch (kind) {
            case "yaml" -> {
                if (any || !statutory.isEmpty() || !names.isEmpty()) {
                    throw output().wrong(output().text("new.notice-states", from));
                }
            }
            case "ics", "csv" -> {
                if (title == null || publishedOn == null) {
                    throw output().wrong(output().text("new.notice-source"));
                }
            }
            default -> throw output().wrong(output().text("new.notice-kind", from));
        }
    }

    private void addCalendarFile(RulesEdit edit, SourceFile notice) {
        Faults faults = new Faults();
        Map<String, HolidayCalendar> read = CalendarReader.read(List.of(notice), faults);
        faults.throwIfAny();
        HolidayCalendar calendar = read.values().iterator().next();
        begin(edit, calendar.knownFrom().getYear());
        edit.write(path(calendar.id(), calendar.knownFrom().getYear()), notice.bytes());
    }

    private void addNotice(RulesEdit edit, SourceFile notice, String kind) {
        Faults faults = new Faults();
        String text = notice.text(faults);
        faults.throwIfAny();
        String file = notice.path();
        List<NoticeEntry> entries = kind.equals("ics")
                ? IcsNotice.read(file, Objects.requireNonNull(text), faults)
                : CsvNotice.read(file, Objects.requireNonNull(text), faults);
        @Nullable HolidayCalendar known = known(edit);
        NoticeYear found = faults.isEmpty()
                ? NoticeYear.of(
                        file,
                        entries,
                        year,
                        statutory,
                        day -> known != null && known.daysOff().containsKey(day),
                        faults)
                : null;
        Map<String, String> english = found == null ? Map.of() : HolidayTranslations.of(found, known, names, faults);
        faults.throwIfAny();
        NoticeYear sound = Objects.requireNonNull(found, "no faults");
        begin(edit, sound.year());
        edit.write(
                path(country, sound.year()),
                CalendarEdit.text(document(sound, english)).getBytes(StandardCharsets.UTF_8));
        for (NoticeHoliday part : sound.before()) {
            edit.extend(path(country, sound.year() - 1), "holidays", CalendarEdit.entry(part.inCalendar(english)));
        }
    }

    /** The calendar of the country in the newest version; null if there is none. */
    private @Nullable HolidayCalendar known(RulesEdit edit) {
        return CalendarReader.read(edit.tree().under("calendars/" + newest(edit) + "/"), new Faults())
                .get(country);
    }

    private static String newest(RulesEdit edit) {
        List<String> versions = RulesTree.calendars(edit.tree());
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }

    /** Chooses the version to write to: the newest one if it is a draft, else a copy of it. */
    private void begin(RulesEdit edit, int first) {
        String newest = newest(edit);
        boolean draft = CalendarVersions.unnamed(edit.tree()).contains(newest);
        target = version != null ? version : draft ? newest : next(newest, first + "-01-01");
        EditableVersions.requireForm(target, output());
        if (draft && !target.equals(newest)) {
            throw output().wrong(output().text("new.calendars-draft", newest));
        }
        if (!draft && target.compareTo(newest) <= 0) {
            throw output().wrong(output().text("new.version-order", target, output().text("new.calendars"), newest));
        }
        if (!draft && !newest.isEmpty()) {
            edit.copy("calendars/" + newest + "/", "calendars/" + target + "/");
        }
    }

    /** The name of the version after the newest: that of the year, or for a correction the next number. */
    private static String next(String newest, String wanted) {
        if (wanted.compareTo(newest) > 0) {
            return wanted;
        }
        String[] parts = newest.split("\\.", 2);
        boolean numbered = parts.length > 1 && parts[1].matches("[1-8]");
        return parts[0] + "." + (numbered ? Integer.parseInt(parts[1]) + 1 : 2);
    }

    private String path(String id, int ofYear) {
        return "calendars/" + target + "/" + id + "/" + ofYear + ".yaml";
    }

    private CalendarDocument document(NoticeYear found, Map<String, String> english) {
        LocalDate published = Objects.requireNonNull(publishedOn, "asked for by the kind of the notice");
        return CalendarDocument.ofYear(
                country,
                found.year(),
                new Notice(Objects.requireNonNullElse(title, ""), published, number),
                found.holidays().stream()
                        .map(holiday -> holiday.inCalendar(english))
                        .toList());
    }

    @Override
    protected String next() {
        return output().text("new.next.calendar", target);
    }
}
