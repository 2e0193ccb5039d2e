package io.quanyi.workshop.table;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.source.Faults;
import io.quanyi.workshop.scaffold.EditableVersions;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.table.TargetRules.Compared;
import io.quanyi.workshop.table.TargetRules.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

    /** The end of the name of the file of the rules; before it stands the service. */
    static final String FILE = "-targets";

    @Parameters(index = "1", paramLabel = "SERVICE", descriptionKey = "service")
    private String service = "";

    @Option(names = "--clause", paramLabel = "CLAUSE")
    private @Nullable String clause;

    @Option(names = "--replace")
    private boolean replace;

    private boolean written;
    private List<Compared> compared = List.of();

    /** The files that were written, and the comparison of each row with its rule, as JSON. */
    record Report(List<String> added, List<String> changed, List<ReportedRow> rows) {}

    /** A row in a report. */
    record ReportedRow(String row, String rule, String state, String title) {}

    @Override
    protected void fill(RulesEdit edit) throws IOException {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        boolean first = !edit.has(versions.rules(service + FILE + ".drl"));
        if (first || replace) {
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
        TargetRules table =
                TargetRules.of(text(edit, rules), rows, release, service, new RuleIds(edit.tree(), programme));
        compared = table.compared();
        written = (first || replace) && compared.stream().anyMatch(NewTableCommand::isToBeWritten);
        if (written) {
            String cases = versions.rules(service + FILE + CaseFile.SUFFIX);
            write(edit, rules, table.text(programme, service + FILE));
            write(edit, cases, new TargetCases(release, service, compared).text(text(edit, cases)));
        }
    }

    private static boolean isToBeWritten(Compared one) {
        return one.state() != State.SAME && one.state() != State.EDITED;
    }

    private List<TargetRow> rows(ProgrammeRelease release) throws IOException {
        Faults faults = new Faults();
        List<TargetRow> rows = TargetTable.read(
                table(faults), new CatalogueWords(release, service), release.clauses(), clause, faults);
        faults.throwIfAny();
        return rows;
    }

    private static String text(RulesEdit edit, String path) {
        return edit.has(path) ? edit.text(path).replace("\r\n", "\n") : "";
    }

    /** Writes a file with the line ends that it has. */
    private static void write(RulesEdit edit, String path, String text) {
        boolean windows = edit.has(path) && edit.text(path).contains("\r\n");
        String ended = windows ? text.replace("\n", "\r\n") : text;
        edit.write(path, ended.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected int status() {
        boolean done = compared.stream()
                .allMatch(one -> one.state() == State.SAME || (written && one.state() != State.EDITED));
        return done ? 0 : FAULTY;
    }

    @Override
    protected void report(List<String> added, List<String> changed) {
        if (output().isJson()) {
            output().json(new Report(
                    added,
                    changed,
                    compared.stream()
                            .map(one -> new ReportedRow(
                                    one.key(), one.id(), one.state().name().toLowerCase(Locale.ROOT), one.title()))
                            .toList()));
            return;
        }
        compared.stream()
                .filter(one -> one.state() != State.SAME)
                .forEach(one -> output().say("table." + one.state(), one.id(), one.title(), one.key()));
        super.report(added, changed);
    }

    @Override
    protected String next() {
        if (written) {
            return output().text("new.next.table", programme);
        }
        return output().text(status() == 0 ? "table.same" : replace ? "table.edited" : "table.differs", service);
    }
}
