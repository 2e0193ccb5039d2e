package io.quanyi.workshop.table;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.source.Faults;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RuleTemplate;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Creates rules and cases from a table of target times. If the table has made rules before, it is compared with them, and nothing is written
 * without {@code --replace}.
 */
@Command(name = "table")
public final class NewTableCommand extends TableCommand {

    private static final String IMPORT = "import static io.quanyi.servicetime.Target.*\n\n";

    /** The end of the name of the file of the rules; before it stands the service. */
    static final String FILE = "-targets";

    @Parameters(index = "1", paramLabel = "SERVICE", descriptionKey = "service")
    private String service = "";

    @Option(names = "--clause", paramLabel = "CLAUSE")
    private @Nullable String clause;

    @Option(names = "--replace")
    private boolean replace;

    @Override
    boolean isReplacing() {
        return replace;
    }

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        boolean first = !edit.has(versions.rules(service + FILE + ".drl"));
        if (first || isReplacing()) {
            versions.policy(policy);
            versions.throwIfRefused();
        }
        ProgrammeRelease release = versions.release();
        if (!release.catalogue().services().containsKey(service)) {
            String known = output().list(release.catalogue().services().keySet());
            throw output().wrong(output().unknown(
                            "new.no-service",
                            service,
                            release.catalogue().services().keySet(),
                            service,
                            programme,
                            known));
        }
        if (clause != null && release.clauses().clause(clause) == null) {
            throw output().wrong(output().text("new.no-clause", clause, versions.rules("clauses.yaml")));
        }
        List<TargetRow> rows = rows(release);
        String rules = versions.rules(service + FILE + ".drl");
        String before = text(edit, rules);
        RuleIds ids = new RuleIds(edit.tree(), programme);
        TableRules<TargetRule> table = TableRules.of(
                before,
                rows.stream().map(TargetRow::key).toList(),
                count -> ids.several(before, service, count),
                (key, id) -> new TargetRule(release, service, row(rows, key), id));
        if (compare(table.compared(), first)) {
            String cases = versions.rules(service + FILE + CaseFile.SUFFIX);
            String header = RuleTemplate.header(programme, service + FILE).stripTrailing() + "\n" + IMPORT;
            write(edit, rules, table.text(header));
            write(edit, cases, new TargetCases(release, service, table.compared()).text(text(edit, cases)));
            versions.fillCases();
        }
    }

    private static TargetRow row(List<TargetRow> rows, String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    private List<TargetRow> rows(ProgrammeRelease release) throws IOException {
        Faults faults = new Faults();
        List<TargetRow> rows = TargetTable.read(
                table(faults), new CatalogueWords(release, service), release.clauses(), clause, faults);
        faults.throwIfAny();
        return rows;
    }

    @Override
    protected String next() {
        return isWritten() ? output().text("new.next.table", programme) : comparison(service);
    }
}
