package io.quanyi.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal, whose columns stand below each other whatever the script; a cell may have several lines. */
final class TerminalTable {

    private static final String GAP = "  ";

    private final List<List<List<String>>> rows = new ArrayList<>();

    /** Adds a row: of each cell its lines, and as many cells as every other row has. */
    void add(List<List<String>> cells) {
        rows.add(cells);
    }

    /** The lines of the table, with a rule below the first row. */
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
                .mapToInt(Excerpt::width)
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
        return text + " ".repeat(width - Excerpt.width(text));
    }
}
