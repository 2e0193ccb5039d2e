package io.quanyi.workshop.table;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.table.TableHeadings.Heading;
import io.quanyi.workshop.table.words.CatalogueWords;
import io.quanyi.workshop.table.words.PlainWord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a table of denials: a row for each exclusion from a service, a column for each kind of condition, such as a topic or a product. A
 * blank cell is no condition.
 */
final class DenialTable {

    private static final Set<String> SERVICE = Set.of("service", "服务", "服务项目");

    private final Spreadsheet sheet;
    private final ProgrammeRelease release;
    private final Faults faults;
    private final Map<TableColumn, Heading> headings = new EnumMap<>(TableColumn.class);
    private final Map<String, List<TargetRow>> rows = new LinkedHashMap<>();
    private int service = -1;

    private DenialTable(Spreadsheet sheet, ProgrammeRelease release, Faults faults) {
        this.sheet = sheet;
        this.release = release;
        this.faults = faults;
    }

    /** The rows of each service, by its id; faults are added. The rows mean nothing if there are faults. */
    static Map<String, List<TargetRow>> read(Spreadsheet sheet, ProgrammeRelease release, Faults faults) {
        DenialTable table = new DenialTable(sheet, release, faults);
        if (sheet.rows().size() < 2) {
            faults.add(Fault.at(Position.of(sheet.file()), "table-empty"));
            return Map.of();
        }
        int before = faults.count();
        table.readHeadings(sheet.rows().get(0));
        if (faults.count() == before) {
            sheet.rows().subList(1, sheet.rows().size()).forEach(table::read);
        }
        return table.rows;
    }

    private void fault(Spreadsheet.Row row, int column, String code, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(Spreadsheet.name(row.number(), column)));
        arguments.addAll(List.of(more));
        faults.add(Fault.at(sheet.position(row.number(), column), code, arguments.toArray()));
    }

    private static boolean isColumn(TableColumn column) {
        return column == TableColumn.CLAUSE || (column.isCondition() && column != TableColumn.PLAN);
    }

    private void readHeadings(Spreadsheet.Row first) {
        List<String> known = TableColumn.conditions().stream()
                .filter(DenialTable::isColumn)
                .map(TableColumn::id)
                .toList();
        for (int i = 0; i < first.cells().size(); i++) {
            String title = first.cell(i).text();
            TableColumn column = TableColumn.named(title)
                    .filter(DenialTable::isColumn)
                    .filter(one -> !headings.containsKey(one))
                    .orElse(null);
            if (SERVICE.contains(PlainWord.of(title)) && service < 0) {
                service = i;
            } else if (column != null) {
                headings.put(column, new Heading(i, title, column, null));
            } else {
                fault(first, i, "denials-column", title, Fault.list(known));
            }
        }
        if (service < 0 || !headings.containsKey(TableColumn.CLAUSE) || headings.size() < 2) {
            fault(first, 0, "denials-columns-missing", Fault.list(known));
        }
    }

    private void read(Spreadsheet.Row row) {
        int before = faults.count();
        String named = row.cell(service).text();
        Set<String> ids = new CatalogueWords(release, "").ids(Domain.SERVICE, named);
        if (ids.size() != 1) {
            List<String> known = List.copyOf(release.catalogue().services().keySet());
            fault(row, service, "denials-service", named, Fault.list(known));
            return;
        }
        String id = ids.iterator().next();
        CatalogueWords words = new CatalogueWords(release, id);
        Map<TableColumn, List<String>> values = new EnumMap<>(TableColumn.class);
        List<String> cited = List.of();
        for (Heading heading : headings.values()) {
            TableCell cell = new TableCell(sheet, row, heading, words, faults);
            if (heading.column() == TableColumn.CLAUSE) {
                cited = cell.clauses(release.clauses(), List.of());
            } else if (!row.cell(heading.index()).isBlank()) {
                values.put(heading.column(), cell.ids());
            }
        }
        values.values().removeIf(List::isEmpty);
        if (values.isEmpty() && faults.count() == before) {
            fault(row, service, "denials-row-empty");
        }
        add(
                id,
                new TargetRow(Spreadsheet.name(row.number(), service), row.number(), values, null, null, null, cited),
                row);
    }

    private void add(String id, TargetRow denial, Spreadsheet.Row row) {
        List<TargetRow> others = rows.computeIfAbsent(id, any -> new ArrayList<>());
        others.stream()
                .filter(other -> other.key().equals(denial.key()))
                .findFirst()
                .ifPresent(other -> fault(row, service, "denials-row-twice", other.cell()));
        others.add(denial);
    }
}
