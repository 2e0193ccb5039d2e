package io.quanyi.workshop.scaffold.notice;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a notice of holidays from a calendar file ({@code .ics}, RFC 5545). Events of whole days are days off, or days
 * that are worked if their title, category or {@code X-APPLE-SPECIAL-DAY} says so. Where a file marks days with the
 * latter, its other events are festivals and are left out.
 */
public final class IcsNotice {

    private static final String SPECIAL = "X-APPLE-SPECIAL-DAY";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String file;
    private final Faults faults;

    private IcsNotice(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The properties of an event, with the line of its beginning. */
    private record Event(int line, Map<String, String> properties) {

        @Nullable String get(String name) {
            return properties.get(name);
        }
    }

    /** Reads all events; faults are added. */
    public static List<NoticeEntry> read(String file, String text, Faults faults) {
        IcsNotice notice = new IcsNotice(file, faults);
        List<Event> events = notice.events(text);
        boolean special = events.stream().anyMatch(event -> event.get(SPECIAL) != null);
        return events.stream()
                .filter(event -> !special || event.get(SPECIAL) != null)
                .map(notice::entry)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Event> events(String text) {
        List<Event> events = new ArrayList<>();
        Event open = null;
        int number = 0;
        for (String line : unfolded(text)) {
            number++;
            if (line.equals("BEGIN:VEVENT")) {
                open = new Event(number, new HashMap<>());
            } else if (line.equals("END:VEVENT") && open != null) {
                events.add(open);
                open = null;
            } else if (open != null && line.indexOf(':') > 0) {
                String name = line.substring(0, line.indexOf(':'));
                open.properties().putIfAbsent(name.split(";", 2)[0], line.substring(line.indexOf(':') + 1));
            }
        }
        if (events.isEmpty()) {
            faults.add(Fault.at(Position.of(file), "notice-without-events"));
        }
        return events;
    }

    /** The lines, with an empty one in place of each that continues another. */
    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        int last = 0;
        for (String line : text.split("\r?\n", -1)) {
            boolean continues = !lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
            if (continues) {
                lines.set(last, lines.get(last) + line.substring(1));
            } else {
                last = lines.size();
            }
            lines.add(continues ? "" : line);
        }
        return lines;
    }

    private @Nullable NoticeEntry entry(Event event) {
        Position place = new Position(file, event.line(), 1);
        String title = text(Objects.requireNonNullElse(event.get("SUMMARY"), ""));
        String name = HolidayWords.name(title);
        LocalDate from = day(event.get("DTSTART"), place, title);
        LocalDate end = event.get("DTEND") == null ? null : day(event.get("DTEND"), place, title);
        if (from == null || (end == null && event.get("DTEND") != null)) {
            return null;
        }
        LocalDate to = end == null ? from : end.minusDays(1);
        if (name.isEmpty()) {
            return refused(place, "notice-without-name", title);
        }
        if (event.get("RRULE") != null || event.get("DURATION") != null) {
            return refused(place, "notice-repeats", title);
        }
        if (to.isBefore(from)) {
            return refused(place, "notice-ends-before", title, from);
        }
        Optional<Boolean> worked = worked(event, title);
        return worked.isEmpty() && title.contains("调休")
                ? refused(place, "notice-ambiguous", title)
                : new NoticeEntry(place, name, null, from, to, worked.orElse(false), List.of(), null);
    }

    private static Optional<Boolean> worked(Event event, String title) {
        return Optional.ofNullable(event.get(SPECIAL))
                .flatMap(HolidayWords::isWorked)
                .or(() -> Optional.ofNullable(event.get("CATEGORIES")).flatMap(HolidayWords::isWorked))
                .or(() -> HolidayWords.mark(title));
    }

    private @Nullable LocalDate day(@Nullable String written, Position place, String title) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(written, ""), DAY);
        } catch (DateTimeException e) {
            faults.add(Fault.at(place, "notice-not-a-day", title, Objects.requireNonNullElse(written, "")));
            return null;
        }
    }

    private @Nullable NoticeEntry refused(Position place, String code, Object... arguments) {
        faults.add(Fault.at(place, code, arguments));
        return null;
    }

    private static String text(String escaped) {
        return escaped.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
    }
}
