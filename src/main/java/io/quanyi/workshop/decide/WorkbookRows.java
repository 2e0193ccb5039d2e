package io.quanyi.workshop.decide;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.workshop.spreadsheet.Spreadsheet;
import io.quanyi.workshop.spreadsheet.XlsxSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook, whose first filled row names the columns. It is read whole, within the bounds of a {@link Spreadsheet}. */
final class WorkbookRows implements RequestRows {

    private static final int MAX_BYTES = 32 << 20;

    private final List<Fault> faults;
    private final Iterator<Spreadsheet.Row> rows;
    private final RequestColumns columns;

    /** @throws FaultsFound if it cannot be read, or its first row does not name the columns */
    WorkbookRows(Path path, List<String> needed) throws IOException {
        String file = path.toString();
        if (Files.size(path) > MAX_BYTES) {
            throw new FaultsFound(List.of(Fault.at(Position.of(file), "file-too-large", MAX_BYTES)));
        }
        Faults found = new Faults();
        Spreadsheet sheet = XlsxSheet.read(new SourceFile(file, Files.readAllBytes(path)), null, found);
        faults = found.sorted();
        rows = sheet.rows().iterator();
        if (!rows.hasNext() || faults.stream().anyMatch(fault -> fault.code().equals("sheet-merged"))) {
            found.throwIfAny();
            throw new FaultsFound(List.of(Fault.at(Position.of(file), "row-no-columns")));
        }
        Spreadsheet.Row first = rows.next();
        columns = RequestColumns.of(
                file, first.number(), texts(first, first.cells().size()), needed);
    }

    @Override
    public @Nullable RequestRow next() {
        return rows.hasNext() ? row(rows.next()) : null;
    }

    private RequestRow row(Spreadsheet.Row row) {
        return new RequestRow(row.number(), 0, () -> request(row));
    }

    private Tree request(Spreadsheet.Row row) {
        List<Fault> own = faults.stream()
                .filter(fault -> fault.position().line() == row.number())
                .map(fault -> fault.in(Position.NOWHERE))
                .toList();
        if (!own.isEmpty()) {
            throw new FaultsFound(own);
        }
        if (row.cells().size() > columns.size()) {
            throw new FaultsFound(List.of(Fault.at("", "row-cells", row.cells().size(), columns.size())));
        }
        return columns.request(texts(row, columns.size()));
    }

    private static List<String> texts(Spreadsheet.Row row, int size) {
        return IntStream.range(0, size).mapToObj(i -> row.cell(i).text()).toList();
    }

    @Override
    public void close() {
        // nothing is open: the file was read whole
    }
}
