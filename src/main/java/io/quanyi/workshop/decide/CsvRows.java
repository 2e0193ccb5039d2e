package io.quanyi.workshop.decide;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.workshop.spreadsheet.CsvSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in a text with commas, whose first row names the columns. A row is one line: no member of a request has a line end in
 * it, and a quote that is not closed spoils one row then, and not all that follow.
 */
final class CsvRows implements RequestRows {

    private final String file;
    private final FileLines lines;
    private final RequestColumns columns;

    /** @throws FaultsFound if the first row does not name the columns */
    CsvRows(Path path, List<String> needed) throws IOException {
        file = path.toString();
        lines = new FileLines(path);
        try {
            columns = columns(needed);
        } catch (FaultsFound e) {
            lines.close();
            throw e;
        }
    }

    private RequestColumns columns(List<String> needed) throws IOException {
        FileLines.Line first = lines.next();
        if (first == null) {
            throw new FaultsFound(List.of(Fault.at(Position.of(file), "row-no-columns")));
        }
        Position place = new Position(file, (int) first.number(), 0);
        try {
            return RequestColumns.of(file, first.number(), cells(first), needed);
        } catch (FaultsFound e) {
            throw new FaultsFound(
                    e.faults().stream().map(fault -> fault.in(place)).toList());
        }
    }

    @Override
    public @Nullable RequestRow next() throws IOException {
        FileLines.Line line = lines.next();
        return line == null ? null : new RequestRow(line.number(), line.length(), () -> request(line));
    }

    private Tree request(FileLines.Line line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new FaultsFound(List.of(Fault.at("", "row-cells", cells.size(), columns.size())));
        }
        return columns.request(cells);
    }

    private List<String> cells(FileLines.Line line) {
        Faults faults = new Faults();
        String text = new SourceFile(file, line.content()).text(faults);
        faults.throwIfAny();
        List<List<String>> rows = CsvSheet.rows(file, withoutReturn(Objects.requireNonNull(text, "no faults")), faults);
        if (!faults.isEmpty()) {
            throw new FaultsFound(faults.sorted().stream()
                    .map(fault -> fault.in(Position.NOWHERE))
                    .toList());
        }
        return rows.get(0);
    }

    /** Windows ends a line with a carriage return as well. */
    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
