package io.quanyi.workshop.table;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.workshop.scaffold.StatedName;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.table.words.CatalogueWords;
import io.quanyi.workshop.table.words.PlainWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a table of services by plans: a row for each service, a column for each plan. */
final class ServiceTable {

    private static final Set<String> ID = Set.of("id", "编号");

    private final Spreadsheet sheet;
    private final ProgrammeRelease release;
    private final CatalogueWords words;
    private final Faults faults;
    private final Map<Integer, String> plans = new LinkedHashMap<>();
    private int named = -1;
    private int ids = -1;
    private int clauses = -1;

    private ServiceTable(Spreadsheet sheet, ProgrammeRelease release, CatalogueWords words, Faults faults) {
        this.sheet = sheet;
        this.release = release;
        this.words = words;
        this.faults = faults;
    }

    /** Reads all rows; faults are added. The rows mean nothing if there are faults. */
    static List<ServiceRow> read(Spreadsheet sheet, ProgrammeRelease release, CatalogueWords words, Faults faults) {
        if (sheet.rows().size() < 2) {
            faults.add(Fault.at(Position.of(sheet.file()), "table-empty"));
            return List.of();
        }
        ServiceTable table = new ServiceTable(sheet, release, words, faults);
        int before = faults.count();
        table.readHeadings(sheet.rows().get(0));
        List<ServiceRow> rows = new ArrayList<>();
        if (faults.count() == before) {
            Set<String> services = new HashSet<>();
            for (Spreadsheet.Row row : sheet.rows().subList(1, sheet.rows().size())) {
                ServiceRow read = table.row(row);
                rows.add(read);
                if (!services.add(read.service())) {
                    table.fault(row.number(), table.named, "services-row-twice", read.service());
                }
            }
        }
        return rows;
    }

    private void fault(int row, int column, String code, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(Spreadsheet.name(row, column)));
        arguments.addAll(List.of(more));
        faults.add(Fault.at(sheet.position(row, column), code, arguments.toArray()));
    }

    private void readHeadings(Spreadsheet.Row first) {
        for (int i = 0; i < first.cells().size(); i++) {
            String title = first.cell(i).text();
            Set<String> plan = words.ids(Domain.PLAN, title);
            if (plan.size() == 1 && !plans.containsValue(plan.iterator().next())) {
                plans.put(i, plan.iterator().next());
            } else if (TableColumn.named(title)
                            .filter(TableColumn.CLAUSE::equals)
                            .isPresent()
                    && clauses < 0) {
                clauses = i;
            } else if (ID.contains(PlainWord.of(title)) && ids < 0) {
                ids = i;
            } else if (named < 0) {
                named = i;
            } else {
                fault(first.number(), i, "services-column", title, Fault.list(words.known(Domain.PLAN)));
            }
        }
        Set<String> missing = new TreeSet<>(words.listed(Domain.PLAN));
        missing.removeAll(plans.values());
        if (!missing.isEmpty()) {
            fault(first.number(), 0, "services-plan-missing", Fault.list(missing));
        }
        if (named < 0) {
            fault(first.number(), 0, "services-without-names");
        }
    }

    private ServiceRow row(Spreadsheet.Row row) {
        String name = row.cell(named).text().strip();
        Optional<String> known = words.ids(Domain.SERVICE, name).stream().findFirst();
        String id = ids >= 0 && !row.cell(ids).isBlank()
                ? row.cell(ids).text().strip()
                : known.orElseGet(() -> StatedName.id(name));
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            fault(row.number(), named, "services-id", name);
        }
        Map<String, ServiceCell> cells = new LinkedHashMap<>();
        for (Catalogue.Plan plan : release.catalogue().plans()) {
            plans.entrySet().stream()
                    .filter(column -> column.getValue().equals(plan.id()))
                    .forEach(column -> cells.put(plan.id(), cell(row, column.getKey())));
        }
        boolean isNew = !release.catalogue().services().containsKey(id);
        ServiceRow read = new ServiceRow(row.number(), id, name, isNew, cells, clauses(row, name));
        plans.forEach((column, plan) -> read.meddling(plan, words)
                .forEach(lower -> fault(row.number(), column, "services-takes-back", plan, lower)));
        return read;
    }

    private ServiceCell cell(Spreadsheet.Row row, int column) {
        String text = row.cell(column).text();
        try {
            if (!row.cell(column).isBlank()) {
                return ServiceCell.read(text, words);
            }
            fault(row.number(), column, "services-cell-empty");
        } catch (ServiceCell.Unknown e) {
            fault(row.number(), column, "services-cell", String.valueOf(e.getMessage()));
        }
        return new ServiceCell(text, ServiceCell.Kind.INCLUDED, List.of());
    }

    /** The clauses that the row names, or the one that is called like its service. */
    private List<String> clauses(Spreadsheet.Row row, String name) {
        String stated = clauses < 0 ? "" : row.cell(clauses).text().strip();
        List<String> cited = new ArrayList<>();
        for (String wanted : (stated.isEmpty() ? name : stated).split("\\s*[;；\\n]\\s*", -1)) {
            List<String> found = release.clauses().all().stream()
                    .filter(clause -> isCalled(clause, PlainWord.of(wanted)))
                    .map(Clause::reference)
                    .toList();
            if (found.size() != 1) {
                fault(row.number(), clauses < 0 ? named : clauses, "services-clause", wanted);
            }
            cited.addAll(found);
        }
        return cited;
    }

    private static boolean isCalled(Clause clause, String wanted) {
        String item = clause.item();
        return PlainWord.of(clause.reference()).equals(wanted)
                || (item != null && PlainWord.of(item).equals(wanted));
    }
}
