package io.quanyi.workshop.table;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.text.EnumCode;
import io.quanyi.workshop.scaffold.RulesEdit;
import io.quanyi.workshop.scaffold.ScaffoldCommand;
import io.quanyi.workshop.spreadsheet.CsvSheet;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.spreadsheet.XlsxSheet;
import io.quanyi.workshop.table.TableRules.Compared;
import io.quanyi.workshop.table.TableRules.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A command that creates rules and cases from a table of a document. Where the table has made rules before, a command may compare it with them,
 * and writes nothing without {@code --replace}.
 */
abstract class TableCommand extends ScaffoldCommand {

    private static final int MAX_BYTES = 5 << 20;

    /** The programme whose rules are created. */
    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    protected String programme = "";

    @Option(names = "--from", required = true, paramLabel = "FILE")
    private Path from = Path.of("");

    @Option(names = "--sheet", paramLabel = "NAME")
    private @Nullable String sheet;

    /** The version of the copy of the policy; null if the policy is no copy. */
    @Option(names = "--policy", paramLabel = "VERSION")
    protected @Nullable String policy;

    private final List<Compared<?>> compared = new ArrayList<>();
    private boolean written;

    /** The files that were written, and the comparison of each row with its rule, as JSON. */
    record Report(List<String> added, List<String> changed, List<ReportedRow> rows) {}

    /** A row in a report. */
    record ReportedRow(String row, String rule, String state, String title) {}

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    /**
     * Reads the table.
     *
     * @throws io.quanyi.source.FaultsFound if it has no row that can be read
     */
    Spreadsheet table(Faults faults) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw output().wrong(output().text("no-file", from));
        }
        Spreadsheet read = sheet(faults);
        if (read.rows().isEmpty()) {
            faults.throwIfAny();
        }
        return read;
    }

    private Spreadsheet sheet(Faults faults) throws IOException {
        String kind = from.toString().toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
        if (!kind.equals("csv") && !kind.equals("xlsx")) {
            throw output().wrong(output().text("new.table-kind", from));
        }
        if (sheet != null && kind.equals("csv")) {
            throw output().wrong(output().text("new.table-one-sheet", from));
        }
        if (Files.size(from) > MAX_BYTES) {
            faults.add(Fault.at(Position.of(from.toString()), "file-too-large", MAX_BYTES));
            faults.throwIfAny();
        }
        SourceFile file = new SourceFile(from.toString(), Files.readAllBytes(from));
        if (kind.equals("xlsx")) {
            return XlsxSheet.read(file, sheet, faults);
        }
        String text = file.text(faults);
        faults.throwIfAny();
        return CsvSheet.read(file.path(), Objects.requireNonNull(text, "no faults"), faults);
    }

    /** Whether rules that differ from the table are written anew; not where a table makes new files alone. */
    boolean isReplacing() {
        return false;
    }

    /** Whether rules were written. */
    boolean isWritten() {
        return written;
    }

    /**
     * Keeps the comparison of a file for the report.
     *
     * @param first whether the table makes the file for the first time
     * @return whether the file is to be written
     */
    <R extends TableRules.Rule> boolean compare(List<Compared<R>> rows, boolean first) {
        compared.addAll(rows);
        boolean writes = (first || isReplacing()) && rows.stream().anyMatch(TableCommand::isToBeWritten);
        written |= writes;
        return writes;
    }

    /** Whether a rule differs from its row and is as it was written. */
    static boolean isToBeWritten(Compared<?> one) {
        return one.state() != State.SAME && one.state() != State.EDITED;
    }

    /** The text of a file; empty if it does not exist yet. */
    static String text(RulesEdit edit, String path) {
        return edit.has(path) ? edit.text(path).replace("\r\n", "\n") : "";
    }

    /** Writes a file with the line ends that it has. */
    static void write(RulesEdit edit, String path, String text) {
        boolean windows = edit.has(path) && edit.text(path).contains("\r\n");
        String ended = windows ? text.replace("\n", "\r\n") : text;
        edit.write(path, ended.getBytes(StandardCharsets.UTF_8));
    }

    /** The clause of a row that is gone decides something else now, or nothing: the author has to say. */
    @Override
    protected boolean isLeftToAuthor(Fault fault) {
        return fault.code().equals("clause-without-rule");
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
                            .map(one -> new ReportedRow(one.key(), one.id(), EnumCode.of(one.state()), one.title()))
                            .toList()));
            return;
        }
        compared.stream()
                .filter(one -> one.state() != State.SAME)
                .forEach(one -> output().say("table." + one.state(), one.id(), one.title(), one.key()));
        super.report(added, changed);
    }

    /** How a table compares with the rules of which nothing was written. */
    String comparison(String about) {
        return output().text(status() == 0 ? "table.same" : isReplacing() ? "table.edited" : "table.differs", about);
    }
}
