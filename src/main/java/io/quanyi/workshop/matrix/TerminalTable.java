package io.quanyi.workshop.matrix;

import io.quanyi.workshop.command.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal. Columns are aligned in any script, and a cell may have several lines. */
final class TerminalTable {

    private static final String GAP = "  ";

    private final List<List<List<String>>> rows = new ArrayList<>();

    /** Adds a row: the lines of each cell. All rows have the same number of cells. */
    void add(List<List<String>> cells) {
        rows.add(cells);
    }

    /** The lines of the table, with a dashed line below the first row. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        for (List<List<String>> row : rows) {
            lines.addAll(lines(row, widths));
            if (lines.size() == height(row) && rows.size() > 1) {
                lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
            }
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .flatMap(row -> row.get(column).stream())
                .mapToInt(TerminalText::width)
                .max()
                .orElse(0);
    }

    private static int height(List<List<String>> row) {
        return row.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<String> lines(List<List<String>> row, int[] widths) {
        return IntStream.range(0, height(row))
                .mapToObj(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(row.get(column), line, widths[column]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private static String padded(List<String> cell, int line, int width) {
        String text = line < cell.size() ? cell.get(line) : "";
        return text + " ".repeat(width - TerminalText.width(text));
    }
}
