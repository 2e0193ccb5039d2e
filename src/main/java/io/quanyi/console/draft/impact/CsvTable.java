package io.quanyi.console.draft.impact;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180) for spreadsheets: they read its Chinese by the byte order mark, and run no formula that a text contains.
 *
 * @param rows the rows, the names of the columns first
 */
record CsvTable(List<List<String>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** The first characters by which a spreadsheet recognises a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** Keeps copies. */
    CsvTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text of the file. */
    String text() {
        return rows.stream()
                .map(row -> row.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    /** A cell in quotes; an apostrophe says that a text is no formula. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
