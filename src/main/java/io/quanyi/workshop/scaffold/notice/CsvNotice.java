package io.quanyi.workshop.scaffold.notice;

import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Session;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.workshop.spreadsheet.CsvSheet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a notice of holidays from a table ({@code .csv}): a row for each holiday, or for each day. The first row names the
 * columns, in English or Chinese.
 */
public final class CsvNotice {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("名称", "name"),
            Map.entry("en", "en"),
            Map.entry("英文名", "en"),
            Map.entry("date", "from"),
            Map.entry("日期", "from"),
            Map.entry("from", "from"),
            Map.entry("开始", "from"),
            Map.entry("to", "to"),
            Map.entry("结束", "to"),
            Map.entry("kind", "kind"),
            Map.entry("类型", "kind"),
            Map.entry("isoffday", "kind"),
            Map.entry("statutory", "statutory"),
            Map.entry("法定", "statutory"),
            Map.entry("closed", "closed"),
            Map.entry("放假时段", "closed"));

    private final String file;
    private final Faults faults;

    private CsvNotice(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads all rows; faults are added. */
    public static List<NoticeEntry> read(String file, String text, Faults faults) {
        return new CsvNotice(file, faults).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private List<NoticeEntry> read(String text) {
        List<List<String>> rows = CsvSheet.rows(file, text, faults);
        List<String> columns = columns(rows.get(0));
        List<NoticeEntry> entries = new ArrayList<>();
        for (int i = 1; i < rows.size() && !columns.isEmpty(); i++) {
            List<String> cells = rows.get(i);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                NoticeEntry entry = entry(columns, cells, new Position(file, i + 1, 1));
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private List<String> columns(List<String> heads) {
        List<String> columns = new ArrayList<>();
        Position first = new Position(file, 1, 1);
        for (String head : heads) {
            String column = COLUMNS.get(head.strip().toLowerCase(Locale.ROOT));
            if (column == null || columns.contains(column)) {
                faults.add(Fault.at(
                        first,
                        "notice-column",
                        head,
                        Fault.list(List.of("name", "en", "from", "to", "kind", "statutory", "closed"))));
            }
            columns.add(Objects.requireNonNullElse(column, ""));
        }
        for (String needed : List.of("name", "from")) {
            if (!columns.contains(needed)) {
                faults.add(Fault.at(first, "notice-column-missing", needed));
            }
        }
        return columns.containsAll(List.of("name", "from")) ? columns : List.of();
    }

    private @Nullable NoticeEntry entry(List<String> columns, List<String> cells, Position place) {
        int before = faults.count();
        if (cells.size() > columns.size()) {
            faults.add(Fault.at(place, "notice-row-too-long", cells.size(), columns.size()));
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            row.put(columns.get(i), cells.get(i).strip());
        }
        String name = row.getOrDefault("name", "");
        if (name.isEmpty()) {
            faults.add(Fault.at(place, "notice-without-name", ""));
        }
        LocalDate from = day(row.getOrDefault("from", ""), place, name);
        LocalDate to = row.getOrDefault("to", "").isEmpty() ? from : day(row.get("to"), place, name);
        List<LocalDate> statutory = Arrays.stream(
                        row.getOrDefault("statutory", "").split("[\\s;、]+"))
                .filter(written -> !written.isEmpty())
                .map(written -> day(written, place, name))
                .filter(Objects::nonNull)
                .toList();
        boolean worked = isWorked(row.getOrDefault("kind", ""), place);
        String closed = closed(row.getOrDefault("closed", ""), place);
        if (from == null || to == null || faults.count() != before) {
            return null;
        }
        if (to.isBefore(from)) {
            faults.add(Fault.at(place, "notice-ends-before", name, from));
            return null;
        }
        String english = row.getOrDefault("en", "");
        return new NoticeEntry(place, name, english.isEmpty() ? null : english, from, to, worked, statutory, closed);
    }

    private boolean isWorked(String kind, Position place) {
        if (kind.isEmpty()) {
            return false;
        }
        return HolidayWords.isWorked(kind).orElseGet(() -> {
            faults.add(Fault.at(place, "notice-kind", kind));
            return false;
        });
    }

    private @Nullable String closed(String written, Position place) {
        try {
            return written.isEmpty() ? null : Session.parse(written).toString();
        } catch (InvalidTime e) {
            faults.add(Fault.at(place, e.code(), e.arguments()));
            return null;
        }
    }

    private @Nullable LocalDate day(@Nullable String written, Position place, String name) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(written, ""));
        } catch (DateTimeException e) {
            faults.add(Fault.at(place, "notice-not-a-day", name, Objects.requireNonNullElse(written, "")));
            return null;
        }
    }
}
