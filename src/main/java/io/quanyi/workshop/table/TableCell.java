package io.quanyi.workshop.table;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.table.TableHeadings.Heading;
import io.quanyi.workshop.table.words.CatalogueWords;
import io.quanyi.workshop.table.words.PlainWord;
import io.quanyi.workshop.table.words.TargetWords;
import io.quanyi.workshop.table.words.TargetWords.NoTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cell of a table of target times, below a heading. A value that the column does not allow is added as a fault that names the cell and its column. */
final class TableCell {

    private static final Set<String> ANY = Set.of("*", "any", "all", "任意", "全部", "所有");
    private static final Set<String> NONE = Set.of("-", "—", "–", "——", "/", "none", "n/a", "无");
    private static final String SEVERAL = "\\s*[、,，;；\n]\\s*";
    private static final String SEVERAL_CLAUSES = "\\s*[;；\n]\\s*";

    private final Spreadsheet sheet;
    private final Spreadsheet.Row row;
    private final Heading heading;
    private final CatalogueWords words;
    private final Faults faults;
    private final Spreadsheet.Cell cell;

    TableCell(Spreadsheet sheet, Spreadsheet.Row row, Heading heading, CatalogueWords words, Faults faults) {
        this.sheet = sheet;
        this.row = row;
        this.heading = heading;
        this.words = words;
        this.faults = faults;
        this.cell = row.cell(heading.index());
    }

    /** Adds a fault, whose arguments are the text, the cell, the title of the column, and more. */
    void fault(String code, Object... more) {
        faults.add(made(code, cell.text(), more));
    }

    private Fault made(String code, String word, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(word, name(), heading.title()));
        arguments.addAll(List.of(more));
        return Fault.at(position(), code, arguments.toArray());
    }

    private String name() {
        return Spreadsheet.name(row.number(), heading.index());
    }

    private Position position() {
        return sheet.position(row.number(), heading.index());
    }

    private boolean isFilled() {
        if (cell.isBlank()) {
            faults.add(Fault.at(position(), "table-cell-empty", name(), heading.title()));
        }
        return !cell.text().isEmpty();
    }

    private boolean is(Set<String> marks) {
        return marks.contains(PlainWord.of(cell.text()));
    }

    /** The ids that a condition names; none if it makes no difference, or is faulty. */
    List<String> ids() {
        if (!isFilled() || is(ANY)) {
            return List.of();
        }
        Domain domain = Objects.requireNonNull(heading.column().domain());
        Set<String> ids = new TreeSet<>();
        for (String word : several(domain)) {
            id(domain, word).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    /** The whole cell if it is a name, else its parts: names may contain commas and semicolons. */
    private List<String> several(Domain domain) {
        return words.ids(domain, cell.text()).isEmpty() ? List.of(cell.text().split(SEVERAL)) : List.of(cell.text());
    }

    private Optional<String> id(Domain domain, String word) {
        Set<String> ids = words.ids(domain, word);
        if (ids.size() == 1) {
            return ids.stream().findFirst();
        }
        List<String> known = ids.isEmpty() ? words.known(domain) : List.copyOf(ids);
        boolean none = known.isEmpty() && domain != Domain.REGION;
        String shown = domain == Domain.REGION ? Fault.text("domain.region") : Fault.list(known);
        faults.add(
                none
                        ? made("table-cell-id-none", word)
                        : made("table-cell-id", word, shown).knowing(known));
        return Optional.empty();
    }

    /** The plans that the cell names, without faults; none if it names none. */
    Set<String> plans() {
        if (is(ANY)) {
            return Set.copyOf(words.listed(Domain.PLAN));
        }
        Set<String> plans = new TreeSet<>();
        for (String word : several(Domain.PLAN)) {
            plans.addAll(words.ids(Domain.PLAN, word));
        }
        return plans;
    }

    /** The window; null if the cell names none, or is faulty. */
    @Nullable String window() {
        return cell.text().isEmpty() || is(NONE)
                ? null
                : id(Domain.WINDOW, cell.text()).orElse(null);
    }

    /**
     * The clauses that the cell cites.
     *
     * @param otherwise the clauses of a blank cell; if there are none, it is a fault
     */
    List<String> clauses(Clauses clauses, List<String> otherwise) {
        if ((cell.isBlank() && !otherwise.isEmpty()) || !isFilled()) {
            return otherwise;
        }
        List<String> known = clauses.all().stream().map(Clause::reference).toList();
        List<String> named = known.contains(cell.text())
                ? List.of(cell.text())
                : List.of(cell.text().split(SEVERAL_CLAUSES));
        named.stream()
                .filter(reference -> !known.contains(reference))
                .forEach(reference -> faults.add(
                        made("table-cell-clause", reference, Clauses.FILE).knowing(known)));
        return named;
    }

    /** The target time; null if the cell states none, or is faulty. */
    @Nullable Target target() {
        if (!isFilled() || is(NONE)) {
            return null;
        }
        try {
            return TargetWords.read(cell.text());
        } catch (NoTarget e) {
            fault(e.code());
            return null;
        }
    }
}
