package io.quanyi.workshop.table;

import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.table.words.CatalogueWords;
import io.quanyi.workshop.table.words.PlainWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the first row of a table names. A column is known by its name, or is a severity whose cells are response times; beside
 * the name of a severity it may also say whether they are times of response or resolution.
 */
final class TableHeadings {

    /**
     * A column of the sheet.
     *
     * @param index its place, from 0
     * @param title the words of the first row
     * @param severity the severity that its cells are about; null if another column states it, or none
     */
    record Heading(
            int index,
            String title,
            TableColumn column,
            @Nullable String severity) {

        boolean isSameAs(Heading other) {
            return column == other.column
                    && (severity == null ? other.severity == null : severity.equals(other.severity));
        }
    }

    private final Spreadsheet sheet;
    private final CatalogueWords words;
    private final Faults faults;
    private final List<Heading> headings = new ArrayList<>();

    private TableHeadings(Spreadsheet sheet, CatalogueWords words, Faults faults) {
        this.sheet = sheet;
        this.words = words;
        this.faults = faults;
    }

    /** The columns in the order of the sheet; a column that is unknown, doubled or missing is a fault. */
    static List<Heading> of(Spreadsheet sheet, CatalogueWords words, Faults faults) {
        TableHeadings read = new TableHeadings(sheet, words, faults);
        Spreadsheet.Row first = sheet.rows().get(0);
        for (int i = 0; i < first.cells().size(); i++) {
            if (first.cell(i).isSound()) {
                read.add(first, i);
            }
        }
        read.requireTargets(first);
        return read.headings;
    }

    private void add(Spreadsheet.Row first, int index) {
        String title = first.cell(index).text();
        String cell = Spreadsheet.name(first.number(), index);
        Heading heading = heading(index, title).orElse(null);
        if (heading == null) {
            faults.add(title.isEmpty() ? unnamed(first, index) : unknown(first, index, title));
            return;
        }
        headings.stream()
                .filter(heading::isSameAs)
                .findFirst()
                .ifPresentOrElse(
                        other -> faults.add(Fault.at(
                                sheet.position(first.number(), index),
                                "table-column-twice",
                                title,
                                cell,
                                Spreadsheet.name(first.number(), other.index()))),
                        () -> headings.add(heading));
    }

    private Fault unnamed(Spreadsheet.Row first, int index) {
        return Fault.at(
                sheet.position(first.number(), index), "table-column-empty", Spreadsheet.name(first.number(), index));
    }

    private Fault unknown(Spreadsheet.Row first, int index, String title) {
        List<String> known = TableColumn.allNames();
        return Fault.at(
                        sheet.position(first.number(), index),
                        "table-column",
                        title,
                        Spreadsheet.name(first.number(), index),
                        Fault.list(known),
                        Fault.list(words.listed(Domain.SEVERITY)))
                .knowing(Stream.concat(known.stream(), words.known(Domain.SEVERITY).stream())
                        .toList());
    }

    private Optional<Heading> heading(int index, String title) {
        return TableColumn.named(title)
                .map(column -> new Heading(index, title, column, null))
                .or(() -> severity(title).map(id -> new Heading(index, title, TableColumn.RESPONSE, id)))
                .or(() -> Stream.of(TableColumn.RESPONSE, TableColumn.RESOLUTION)
                        .flatMap(column -> column.names().stream()
                                .flatMap(name ->
                                        beside(name, title).map(id -> new Heading(index, title, column, id)).stream()))
                        .findFirst());
    }

    /** The severity that a title names beside the name of a column. */
    private Optional<String> beside(String name, String title) {
        String whole = PlainWord.of(title);
        String end = PlainWord.of(name);
        return whole.endsWith(end) ? severity(whole.substring(0, whole.length() - end.length())) : Optional.empty();
    }

    private Optional<String> severity(String word) {
        Set<String> ids = words.ids(Domain.SEVERITY, word);
        return ids.size() == 1 ? ids.stream().findFirst() : Optional.empty();
    }

    private void requireTargets(Spreadsheet.Row first) {
        if (headings.stream().noneMatch(heading -> heading.column().isTarget())) {
            faults.add(Fault.at(
                    sheet.position(first.number(), 0),
                    "table-without-targets",
                    TableColumn.RESPONSE.id(),
                    TableColumn.RESOLUTION.id()));
        }
        boolean wide = headings.stream().anyMatch(heading -> heading.severity() != null);
        if (wide) {
            headings.stream()
                    .filter(heading -> heading.column() == TableColumn.SEVERITY
                            || (heading.column().isTarget() && heading.severity() == null))
                    .forEach(heading -> faults.add(Fault.at(
                            sheet.position(first.number(), heading.index()),
                            "table-severity-twice",
                            heading.title(),
                            Spreadsheet.name(first.number(), heading.index()))));
        }
    }
}
