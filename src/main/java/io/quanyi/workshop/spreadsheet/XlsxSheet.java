package io.quanyi.workshop.spreadsheet;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.workshop.spreadsheet.Spreadsheet.OutOfBounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of a workbook. Formulas, dates and merged cells are faults: the text that a person sees in such a cell is not the text
 * that stands in it.
 */
public final class XlsxSheet {

    private static final Pattern REFERENCE = Pattern.compile("(?<column>[A-Z]{1,3})(?<row>[0-9]{1,7})");
    private static final int MAX_DIGITS = 20;

    private final WorkbookParts parts;
    private final Faults faults;
    private final String file;
    private final DateStyles dates;
    private final List<String> shared = new ArrayList<>();

    private XlsxSheet(SourceFile workbook, Faults faults) {
        this.file = workbook.path();
        this.faults = faults;
        this.parts = new WorkbookParts(workbook);
        this.dates = new DateStyles(parts);
        if (parts.has("xl/sharedStrings.xml")) {
            parts.read("xl/sharedStrings.xml", xml -> {
                if (xml.getLocalName().equals("si")) {
                    shared.add(text(xml, "si"));
                }
            });
        }
    }

    /**
     * Reads a sheet; faults are added.
     *
     * @param wanted the name of the sheet; null for the only one that is filled
     */
    public static Spreadsheet read(SourceFile workbook, @Nullable String wanted, Faults faults) {
        try {
            return new XlsxSheet(workbook, faults).sheet(wanted);
        } catch (OutOfBounds e) {
            faults.add(e.fault());
            return new Spreadsheet(workbook.path(), List.of());
        }
    }

    private Spreadsheet sheet(@Nullable String wanted) {
        Map<String, String> paths = paths();
        if (wanted != null) {
            String path = paths.get(wanted);
            if (path == null) {
                throw new OutOfBounds(Fault.at(Position.of(file), "sheet-unknown", wanted, Fault.list(paths.keySet()))
                        .knowing(List.copyOf(paths.keySet())));
            }
            return sheet(path, faults);
        }
        Map<String, String> filled = new LinkedHashMap<>(paths);
        filled.values().removeIf(path -> sheet(path, new Faults()).rows().isEmpty());
        if (filled.size() > 1) {
            throw parts.refused("sheet-several", Fault.list(filled.keySet()));
        }
        return filled.isEmpty()
                ? new Spreadsheet(file, List.of())
                : sheet(filled.values().iterator().next(), faults);
    }

    /** The part of each sheet, by its name. */
    private Map<String, String> paths() {
        Map<String, String> targets = new HashMap<>();
        parts.read("xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                String target = WorkbookParts.attribute(xml, "Target");
                targets.put(
                        WorkbookParts.attribute(xml, "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        Map<String, String> paths = new LinkedHashMap<>();
        parts.read("xl/workbook.xml", xml -> {
            if (xml.getLocalName().equals("sheet")) {
                paths.put(
                        WorkbookParts.attribute(xml, "name"),
                        targets.getOrDefault(WorkbookParts.attribute(xml, "id"), ""));
            }
        });
        return paths;
    }

    private Spreadsheet sheet(String path, Faults found) {
        Spreadsheet.Builder sheet = new Spreadsheet.Builder(file, found);
        int[] place = {0, -1};
        parts.read(path, xml -> {
            switch (xml.getLocalName()) {
                case "row" -> {
                    String number = WorkbookParts.attribute(xml, "r");
                    place[0] = number.isEmpty() ? place[0] + 1 : Integer.parseInt(number);
                    place[1] = -1;
                    sheet.row(place[0]);
                }
                case "c" -> {
                    Matcher reference = REFERENCE.matcher(WorkbookParts.attribute(xml, "r"));
                    place[1] = reference.matches() ? column(reference) : place[1] + 1;
                    cell(sheet, place[1], xml);
                }
                case "mergeCell" -> merged(WorkbookParts.attribute(xml, "ref"), sheet);
                default -> {}
            }
        });
        return sheet.sheet();
    }

    private void merged(String range, Spreadsheet.Builder sheet) {
        String[] corners = range.split(":", 2);
        Matcher first = REFERENCE.matcher(corners[0]);
        Matcher last = REFERENCE.matcher(corners[corners.length - 1]);
        if (!first.matches() || !last.matches()) {
            throw parts.refused("sheet-no-workbook");
        }
        sheet.merged(range, row(first), column(first), row(last), column(last));
    }

    private static int row(Matcher reference) {
        return Integer.parseInt(reference.group("row"));
    }

    private static int column(Matcher reference) {
        return reference.group("column").chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }

    private void cell(Spreadsheet.Builder sheet, int column, XMLStreamReader xml) throws XMLStreamException {
        String type = WorkbookParts.attribute(xml, "t");
        String style = WorkbookParts.attribute(xml, "s");
        String value = "";
        boolean formula = false;
        while (!isEnd(xml, "c")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = text(xml, "is");
                    default -> {}
                }
            }
        }
        boolean number = (type.isEmpty() || type.equals("n")) && !value.isEmpty();
        if (formula) {
            sheet.fault(column, "sheet-formula");
        } else if (type.equals("e")) {
            sheet.fault(column, "sheet-error", value);
        } else if (type.equals("d") || (number && dates.isDate(style))) {
            sheet.fault(column, "sheet-date");
        } else {
            sheet.cell(column, type.equals("s") ? string(value) : number ? plain(value) : value);
        }
    }

    private String string(String index) {
        int number = Integer.parseInt(index);
        if (number < 0 || number >= shared.size()) {
            throw parts.refused("sheet-no-workbook");
        }
        return Objects.requireNonNull(shared.get(number));
    }

    /** A number without an exponent and without zeros at its end. */
    private static String plain(String number) {
        BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
        return Math.abs(exact.scale()) > MAX_DIGITS ? number : exact.toPlainString();
    }

    /** The text of an element, without its readings aloud, which Excel keeps beside Chinese and Japanese words. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int aloud = 0;
        while (!isEnd(xml, element)) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                aloud++;
            } else if (isEnd(xml, "rPh")) {
                aloud--;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && aloud == 0
                    && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            }
        }
        return text.toString();
    }

    private static boolean isEnd(XMLStreamReader xml, String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }
}
