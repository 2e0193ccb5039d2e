package io.quanyi.workshop.table;

import io.quanyi.catalogue.Clauses;
import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.table.TableHeadings.Heading;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a table of target times. Every cell has to say something: merged cells leave blanks behind. */
final class TargetTable {

    /** The most rows: one service has not so many rules. */
    static final int MAX_ROWS = 500;

    private final Spreadsheet sheet;
    private final CatalogueWords words;
    private final Clauses clauses;
    private final @Nullable String clause;
    private final Faults faults;
    private final List<TargetRow> rows = new ArrayList<>();

    private TargetTable(
            Spreadsheet sheet, CatalogueWords words, Clauses clauses, @Nullable String clause, Faults faults) {
        this.sheet = sheet;
        this.words = words;
        this.clauses = clauses;
        this.clause = clause;
        this.faults = faults;
    }

    /**
     * Reads all rows; faults are added.
     *
     * @param clause the clause of rows that name none; null if every row names its own
     * @return the rows that state a target time; meaningless if there are faults
     */
    static List<TargetRow> read(
            Spreadsheet sheet, CatalogueWords words, Clauses clauses, @Nullable String clause, Faults faults) {
        if (sheet.rows().size() < 2) {
            faults.add(Fault.at(Position.of(sheet.file()), "table-empty"));
            return List.of();
        }
        return new TargetTable(sheet, words, clauses, clause, faults).read();
    }

    private List<TargetRow> read() {
        int before = faults.count();
        List<Heading> headings = TableHeadings.of(sheet, words, faults);
        boolean sound = faults.count() == before;
        if (clause == null && named(headings, TableColumn.CLAUSE).isEmpty()) {
            faults.add(Fault.at(sheet.position(first(), 0), "table-without-clauses", TableColumn.CLAUSE.id()));
        }
        for (Spreadsheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
            read(row, headings);
        }
        if (rows.size() > MAX_ROWS) {
            faults.add(Fault.at(sheet.position(first(), 0), "table-too-long", rows.size(), MAX_ROWS));
        } else if (sound) {
            refuseMeeting();
            rows.forEach(this::refuseTakingBack);
        }
        named(headings, TableColumn.PLAN).ifPresent(this::requireAllPlans);
        return rows.stream().filter(TargetRow::isStated).toList();
    }

    private TableCell cell(Spreadsheet.Row row, Heading heading) {
        return new TableCell(sheet, row, heading, words, faults);
    }

    private int first() {
        return sheet.rows().get(0).number();
    }

    private static Optional<Heading> named(List<Heading> headings, TableColumn column) {
        return headings.stream().filter(heading -> heading.column() == column).findFirst();
    }

    private void read(Spreadsheet.Row row, List<Heading> headings) {
        int before = faults.count();
        refuseOverhang(row);
        Map<TableColumn, List<String>> values = new EnumMap<>(TableColumn.class);
        List<String> cited = clause == null ? List.of() : List.of(clause);
        String window = null;
        for (Heading heading : headings) {
            TableCell cell = cell(row, heading);
            if (heading.column().isCondition()) {
                List<String> ids = cell.ids();
                if (!ids.isEmpty()) {
                    values.put(heading.column(), ids);
                }
            } else if (heading.column() == TableColumn.WINDOW) {
                window = cell.window();
            } else if (heading.column() == TableColumn.CLAUSE) {
                cited = cell.clauses(clauses, cited);
            }
        }
        boolean sound = faults.count() == before && row.cells().stream().allMatch(Spreadsheet.Cell::isSound);
        for (List<Heading> targets : bySeverity(headings)) {
            TargetRow stated = stated(row, targets, values, window, cited);
            if (sound && stated != null) {
                rows.add(stated);
            }
        }
        if (faults.count() == before) {
            refuseIdleWindow(row, headings, window);
        }
    }

    /** The columns of target times, those of one severity together. */
    private static Collection<List<Heading>> bySeverity(List<Heading> headings) {
        Map<String, List<Heading>> together = new LinkedHashMap<>();
        headings.stream()
                .filter(heading -> heading.column().isTarget())
                .forEach(heading -> together.computeIfAbsent(
                                Objects.requireNonNullElse(heading.severity(), ""), any -> new ArrayList<>())
                        .add(heading));
        return together.values();
    }

    /** The row that the columns of one severity state; null if a cell of them is faulty. */
    private @Nullable TargetRow stated(
            Spreadsheet.Row row,
            List<Heading> targets,
            Map<TableColumn, List<String>> shared,
            @Nullable String window,
            List<String> cited) {
        int before = faults.count();
        Map<TableColumn, Target> stated = new EnumMap<>(TableColumn.class);
        Map<TableColumn, List<String>> values = new EnumMap<>(TableColumn.class);
        values.putAll(shared);
        boolean working = false;
        for (Heading heading : targets) {
            TableCell cell = cell(row, heading);
            Target target = cell.target();
            if (heading.severity() != null) {
                values.put(TableColumn.SEVERITY, List.of(heading.severity()));
            }
            if (target != null) {
                stated.put(heading.column(), target);
            }
            if (TargetRow.isWorkingTime(target)) {
                working = true;
                if (window == null) {
                    cell.fault("table-window-missing", Fault.list(words.listed(Domain.WINDOW)));
                }
            }
        }
        return faults.count() == before
                ? new TargetRow(
                        Spreadsheet.name(row.number(), targets.get(0).index()),
                        row.number(),
                        values,
                        stated.get(TableColumn.RESPONSE),
                        stated.get(TableColumn.RESOLUTION),
                        working ? window : null,
                        cited)
                : null;
    }

    private void refuseOverhang(Spreadsheet.Row row) {
        int width = sheet.rows().get(0).cells().size();
        for (int i = width; i < row.cells().size(); i++) {
            if (!row.cell(i).isBlank()) {
                faults.add(Fault.at(
                        sheet.position(row.number(), i),
                        "table-cell-outside",
                        row.cell(i).text(),
                        Spreadsheet.name(row.number(), i)));
            }
        }
    }

    private void refuseIdleWindow(Spreadsheet.Row row, List<Heading> headings, @Nullable String window) {
        boolean counted = rows.stream().anyMatch(made -> made.row() == row.number() && made.window() != null);
        if (window != null && !counted) {
            named(headings, TableColumn.WINDOW)
                    .ifPresent(heading -> cell(row, heading).fault("table-window-without-clock"));
        }
    }

    private void refuseMeeting() {
        for (int i = 0; i < rows.size(); i++) {
            for (TargetRow earlier : rows.subList(0, i)) {
                TargetRow later = rows.get(i);
                if (later.meets(earlier)) {
                    faults.add(
                            Fault.at(sheet.position(later.row(), 0), "table-rows-meet", later.cell(), earlier.cell()));
                }
            }
        }
    }

    /** Refuses a row without a time that a contained plan has by another row: a plan has everything in the plans that it contains. */
    private void refuseTakingBack(TargetRow row) {
        for (TableColumn column : List.of(TableColumn.RESPONSE, TableColumn.RESOLUTION)) {
            for (String plan : row.target(column) == null ? row.ids(TableColumn.PLAN) : List.<String>of()) {
                rows.stream()
                        .filter(other -> other.target(column) != null && row.meetsButForPlan(other))
                        .filter(other -> words.contained(plan).stream().anyMatch(other.ids(TableColumn.PLAN)::contains))
                        .findFirst()
                        .ifPresent(other -> faults.add(Fault.at(
                                sheet.position(row.row(), 0),
                                "table-plan-takes-back",
                                plan,
                                row.cell(),
                                column.id(),
                                other.cell())));
            }
        }
    }

    private void requireAllPlans(Heading heading) {
        Set<String> missing = new TreeSet<>(words.listed(Domain.PLAN));
        boolean sound = true;
        for (Spreadsheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
            Set<String> named = cell(row, heading).plans();
            sound &= !named.isEmpty();
            missing.removeAll(named);
        }
        if (sound && !missing.isEmpty()) {
            faults.add(Fault.at(
                    sheet.position(first(), heading.index()),
                    "table-plan-missing",
                    Fault.list(missing),
                    Spreadsheet.name(first(), heading.index())));
        }
    }
}
