package io.quanyi.workshop.spreadsheet;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.List;

/** Reads a text whose cells have commas between them. A cell in quotes may contain commas, line ends, and quotes that are doubled. */
public final class CsvSheet {

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private CsvSheet() {}

    /** Reads a sheet; faults are added. */
    public static Spreadsheet read(String file, String text, Faults faults) {
        Spreadsheet.Builder sheet = new Spreadsheet.Builder(file, faults);
        try {
            int number = 0;
            for (List<String> cells : rows(file, text, faults)) {
                sheet.row(++number);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.cell(column, cells.get(column));
                }
            }
            return sheet.sheet();
        } catch (Spreadsheet.OutOfBounds e) {
            faults.add(e.fault());
            return new Spreadsheet(file, List.of());
        }
    }

    /** The cells of each row; a quote that is not closed is a fault. */
    public static List<List<String>> rows(String file, String text, Faults faults) {
        return new CsvSheet().split(file, text.replace("\r\n", "\n"), faults);
    }

    private List<List<String>> split(String file, String text, Faults faults) {
        int opened = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
                opened = rows.size() + 1;
            } else if (character == ',' && !quoted) {
                endCell();
            } else if (character == '\n' && !quoted) {
                endRow();
            } else {
                cell.append(character);
            }
        }
        endRow();
        if (quoted) {
            faults.add(Fault.at(new Position(file, opened, 1), "sheet-quote-open"));
        }
        return rows;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
