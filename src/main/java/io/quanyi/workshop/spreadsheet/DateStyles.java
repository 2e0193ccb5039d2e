package io.quanyi.workshop.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The styles of a workbook that show a number as a date or a time of day. */
final class DateStyles {

    private static final String PART = "xl/styles.xml";

    /** The parts of a format that show as they are: texts in quotes, escaped characters, colours and languages. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hmsHMS]+])[^]]*]");

    private static final Pattern DATE = Pattern.compile("[ymdhsYMDHS]");

    private final Map<String, String> formats = new HashMap<>();
    private final List<String> styles = new ArrayList<>();
    private boolean inCells;

    DateStyles(WorkbookParts parts) {
        if (parts.has(PART)) {
            parts.read(PART, xml -> {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        formats.put(
                                WorkbookParts.attribute(xml, "numFmtId"), WorkbookParts.attribute(xml, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "cellStyles", "dxfs", "tableStyles" -> inCells = false;
                    case "xf" -> {
                        if (inCells) {
                            styles.add(WorkbookParts.attribute(xml, "numFmtId"));
                        }
                    }
                    default -> {}
                }
            });
        }
    }

    /** Whether a cell with a style, the number that the cell gives, shows a date. */
    boolean isDate(String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        if (index < 0 || index >= styles.size() || styles.get(index).isEmpty()) {
            return false;
        }
        String format = styles.get(index);
        String code = formats.get(format);
        return code == null
                ? isBuiltInDate(Integer.parseInt(format))
                : DATE.matcher(LITERAL.matcher(code).replaceAll("")).find();
    }

    /** Formats that every workbook has without listing them; those from 27 on are dates in East Asia. */
    private static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }
}
