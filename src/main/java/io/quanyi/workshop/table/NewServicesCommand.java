package io.quanyi.workshop.table;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Faults;
import io.quanyi.workshop.scaffold.DraftOutline;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.scaffold.StatedName;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates rules and cases from a table of services by plans, and the services that the catalogue has not yet. */
@Command(name = "services")
public final class NewServicesCommand extends TableCommand {

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    private int rules;
    private int cases;

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        versions.throwIfRefused();
        Faults faults = new Faults();
        Spreadsheet table = table(faults);
        ProgrammeRelease before = versions.release();
        List<ServiceRow> rows = ServiceTable.read(table, before, new CatalogueWords(before, ""), faults);
        faults.throwIfAny();
        rows.forEach(row -> {
            edit.requireFree(versions.rules(row.service() + ".drl"));
            edit.requireFree(versions.rules(row.service() + CaseFile.SUFFIX));
        });
        addServices(edit, versions, rows);
        ProgrammeRelease release = versions.release();
        CatalogueWords words = new CatalogueWords(release, "");
        List<ServiceRules> made = new ArrayList<>();
        for (ServiceRow row : rows) {
            ServiceRules of = ServiceRules.of(release, row, words, new RuleIds(edit.tree(), programme));
            if (!of.groups().isEmpty()) {
                write(edit, versions.rules(row.service() + ".drl"), of.rules(words));
            }
            made.add(of);
        }
        ProgrammeRelease known = versions.releaseIfSound();
        for (ServiceRules of : made) {
            String file = versions.rules(of.row().service() + CaseFile.SUFFIX);
            write(edit, file, of.cases(words, known));
            rules += of.ids().size();
            cases += of.row().cells().size();
        }
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

    private static void write(RulesEdit edit, String path, String text) {
        edit.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String next() {
        return output().text("new.next.services", rules, cases, programme);
    }
}
