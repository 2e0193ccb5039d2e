package io.quanyi.workshop.table;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Faults;
import io.quanyi.workshop.scaffold.DraftOutline;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.scaffold.StatedName;
import io.quanyi.workshop.table.ServiceRow.Group;
import io.quanyi.workshop.table.TableRules.Compared;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Creates rules and cases from a table of services by plans, and the services that the catalogue has not yet. Rules that the table made
 * before are compared with it.
 */
@Command(name = "services")
public final class NewServicesCommand extends TableCommand {

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    private int rules;
    private int cases;

    @Option(names = "--replace")
    private boolean replace;

    @Override
    boolean isReplacing() {
        return replace;
    }

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        ProgrammeRelease before = versions.release();
        List<ServiceRow> rows = rows(before);
        List<ServiceRow> made = new ArrayList<>(
                rows.stream().filter(row -> isMade(edit, versions, row)).toList());
        rows.stream().filter(row -> !made.contains(row)).forEach(row -> {
            edit.requireFree(rules(versions, row));
            edit.requireFree(cases(versions, row));
        });
        List<ServiceRow> gone = gone(edit, versions, rows);
        made.addAll(gone);
        boolean differs = made.stream()
                .flatMap(row -> compared(edit, rules(versions, row), row, before).compared().stream())
                .anyMatch(TableCommand::isToBeWritten);
        if (differs ? isReplacing() : made.size() < rows.size()) {
            versions.policy(policy);
            versions.throwIfRefused();
            addServices(edit, versions, rows);
            write(edit, versions, Stream.concat(rows.stream(), gone.stream()).toList());
        } else {
            made.forEach(row ->
                    compare(compared(edit, rules(versions, row), row, before).compared(), false));
        }
    }

    private List<ServiceRow> rows(ProgrammeRelease release) throws IOException {
        Faults faults = new Faults();
        List<ServiceRow> rows = ServiceTable.read(table(faults), release, new CatalogueWords(release, ""), faults);
        faults.throwIfAny();
        return rows;
    }

    private static String rules(EditableVersions versions, ServiceRow row) {
        return versions.rules(row.service() + ".drl");
    }

    private static String cases(EditableVersions versions, ServiceRow row) {
        return versions.rules(row.service() + CaseFile.SUFFIX);
    }

    private static boolean isMade(RulesEdit edit, EditableVersions versions, ServiceRow row) {
        return TableRules.areIn(text(edit, rules(versions, row)))
                || ServiceCases.areIn(text(edit, cases(versions, row)));
    }

    /** Rows without cells, for the services that a table had before and this one has not. */
    private static List<ServiceRow> gone(RulesEdit edit, EditableVersions versions, List<ServiceRow> rows) {
        String folder = versions.rules("");
        List<String> listed = rows.stream().map(ServiceRow::service).toList();
        return edit.tree().under(folder).stream()
                .map(file -> file.path().substring(folder.length()))
                .filter(name -> name.endsWith(CaseFile.SUFFIX) && ServiceCases.areIn(text(edit, folder + name)))
                .map(name -> name.substring(0, name.length() - CaseFile.SUFFIX.length()))
                .filter(service -> !listed.contains(service))
                .map(service -> new ServiceRow(0, service, service, false, Map.of(), List.of()))
                .toList();
    }

    private TableRules<ServiceRule> compared(RulesEdit edit, String path, ServiceRow row, ProgrammeRelease release) {
        Map<String, Group> groups = new LinkedHashMap<>();
        row.groups(new CatalogueWords(release, "")).forEach(group -> groups.put(group.key(), group));
        String before = text(edit, path);
        RuleIds ids = new RuleIds(edit.tree(), programme);
        return TableRules.of(
                before,
                List.copyOf(groups.keySet()),
                count -> ids.several(before, row.service(), count),
                (key, id) -> new ServiceRule(release, row, Objects.requireNonNull(groups.get(key)), id));
    }

    private void write(RulesEdit edit, EditableVersions versions, List<ServiceRow> rows) {
        ProgrammeRelease release = versions.release();
        Map<ServiceRow, List<Compared<ServiceRule>>> written = new LinkedHashMap<>();
        for (ServiceRow row : rows) {
            String path = rules(versions, row);
            TableRules<ServiceRule> table = compared(edit, path, row, release);
            boolean isNew = !edit.has(cases(versions, row));
            if (compare(table.compared(), true) || isNew) {
                written.put(row, table.compared());
            }
            if (table.compared().stream().anyMatch(TableCommand::isToBeWritten)) {
                write(edit, path, table.text(RuleTemplate.header(programme, row.service())));
            }
        }
        ProgrammeRelease known = versions.releaseIfSound();
        written.forEach((row, made) -> {
            String path = cases(versions, row);
            ServiceCases of = new ServiceCases(release, row, made, known);
            write(edit, path, of.text(text(edit, path), new CatalogueWords(release, "")));
            rules += made.size();
            cases += row.cells().size();
        });
    }

    private void addServices(RulesEdit edit, EditableVersions versions, List<ServiceRow> rows) {
        List<ServiceRow> added = rows.stream().filter(ServiceRow::isNew).toList();
        if (added.isEmpty()) {
            return;
        }
        String sold = versions.catalogue(catalogue);
        versions.throwIfRefused();
        DraftOutline draft = versions.outline();
        for (ServiceRow row : added) {
            String names = StatedName.named(row.service(), row.name()).names(draft.language(), draft.languages());
            edit.extend(
                    PartKind.CATALOGUE.folder(programme, sold),
                    "services",
                    "- id: " + row.service() + "\n  kind: plan\n  names: " + names + "\n");
        }
    }

    @Override
    protected String next() {
        return isWritten() ? output().text("new.next.services", rules, cases, programme) : comparison(programme);
    }
}
