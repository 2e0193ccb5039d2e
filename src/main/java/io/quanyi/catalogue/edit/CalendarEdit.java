package io.quanyi.catalogue.edit;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.catalogue.calendar.CalendarDocument.Notice;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.edit.YamlEdit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes calendar files: a new one, or one that is there with other holidays, whose comments and layout stay. */
public final class CalendarEdit {

    private static final List<String> DOCUMENT = List.of("id", "knownFrom", "knownTo", "source", "holidays");
    private static final List<String> NOTICE = List.of("title", "publishedOn", "number");
    private static final List<String> HOLIDAY = List.of("name", "from", "to", "closed", "statutory", "makeUpWorkdays");

    private CalendarEdit() {}

    /**
     * A file that is there with another content. Only lines that differ are written anew.
     *
     * @param file a file that can be read as a calendar
     * @throws FaultsFound if it is written in a way in which it cannot be changed in place
     */
    public static SourceFile changed(SourceFile file, CalendarDocument wanted) {
        Obj document = YamlEdit.read(file);
        List<Holiday> before =
                CalendarDocument.read(file).map(CalendarDocument::holidays).orElse(List.of());
        List<Tree> holidays = new ArrayList<>();
        for (Holiday holiday : wanted.holidays()) {
            int at = before.stream().map(CalendarEdit::comparable).toList().indexOf(comparable(holiday));
            holidays.add(at < 0 ? written(holiday) : items(document).get(at));
        }
        Obj source = document.members().get("source") instanceof Obj notice ? notice : new Obj(Map.of());
        return YamlEdit.changed(
                file,
                EntryEdit.of(DOCUMENT, document)
                        .with("id", wanted.id())
                        .with("knownFrom", wanted.knownFrom().toString())
                        .with("knownTo", wanted.knownTo().toString())
                        .with("source", written(source, wanted.source()))
                        .with("holidays", EntryEdit.list(holidays))
                        .object());
    }

    private static List<Tree> items(Obj document) {
        return document.members().get("holidays") instanceof Arr list ? list.items() : List.of();
    }

    /** The same for holidays that differ in nothing but whether a list without days is written. */
    private static Holiday comparable(Holiday holiday) {
        return new Holiday(
                holiday.name(),
                holiday.from(),
                holiday.to(),
                holiday.closed(),
                holiday.statutoryOrNone(),
                holiday.workedOrNone());
    }

    private static Tree written(Obj before, Notice notice) {
        return EntryEdit.of(NOTICE, before)
                .with("title", notice.title())
                .with("publishedOn", notice.publishedOn().toString())
                .with("number", notice.number())
                .object();
    }

    private static Tree written(Holiday holiday) {
        return EntryEdit.of(HOLIDAY, new Obj(Map.of()))
                .with("name", holiday.name())
                .with("from", holiday.from().toString())
                .with("to", holiday.to().toString())
                .with("closed", holiday.closed())
                .with("statutory", days(holiday.statutoryOrNone()))
                .with("makeUpWorkdays", days(holiday.workedOrNone()))
                .object();
    }

    private static Tree days(List<LocalDate> days) {
        return EntryEdit.list(
                days.stream().map(day -> EntryEdit.text(day.toString())).toList());
    }

    /** The text of a new file. */
    public static String text(CalendarDocument calendar) {
        StringBuilder text = new StringBuilder();
        text.append("id: ").append(calendar.id()).append('\n');
        text.append("knownFrom: ").append(calendar.knownFrom()).append('\n');
        text.append("knownTo: ").append(calendar.knownTo()).append('\n');
        Notice source = calendar.source();
        text.append("source:\n  title: ").append(quoted(source.title())).append('\n');
        text.append("  publishedOn: ").append(source.publishedOn()).append('\n');
        if (source.number() != null) {
            text.append("  number: ").append(quoted(source.number())).append('\n');
        }
        text.append("holidays:\n");
        calendar.holidays().forEach(holiday -> text.append(entry(holiday).indent(2)));
        return text.toString();
    }

    /** The entry of a holiday, from its hyphen on. */
    public static String entry(Holiday holiday) {
        StringBuilder text = new StringBuilder("- name: { ");
        text.append(holiday.name()
                .languages()
                .map(language -> language.tag() + ": " + quoted(holiday.name().in(language)))
                .collect(Collectors.joining(", ")));
        text.append(" }\n  from: ").append(holiday.from());
        text.append("\n  to: ").append(holiday.to());
        String closed = holiday.closed();
        if (closed != null) {
            text.append("\n  closed: ").append(closed.matches("\\d[\\d:-]*") ? closed : quoted(closed));
        }
        text.append("\n  statutory: ").append(holiday.statutoryOrNone());
        text.append("\n  makeUpWorkdays: ").append(holiday.workedOrNone()).append('\n');
        return text.toString();
    }

    /** A YAML text in single quotes. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
