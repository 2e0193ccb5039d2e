package io.quanyi.workshop.table;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.workshop.scaffold.ScaffoldCommand;
import io.quanyi.workshop.spreadsheet.CsvSheet;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.spreadsheet.XlsxSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that creates rules and cases from a table of a document. */
abstract class TableCommand extends ScaffoldCommand {

    private static final int MOST_BYTES = 5 << 20;

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
        if (Files.size(from) > MOST_BYTES) {
            faults.add(Fault.at(Position.of(from.toString()), "file-too-large", MOST_BYTES));
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
}
