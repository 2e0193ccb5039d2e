package io.quanyi.workshop.spreadsheet;

import io.quanyi.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook in the making, with one sheet unless a test adds more. */
public final class WorkbookFile {

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder targets = new StringBuilder();

    /** A workbook with one sheet of these rows: the elements of its cells. */
    public static WorkbookFile of(String... rows) {
        return new WorkbookFile().sheet("Sheet1", rows);
    }

    /** A cell with a text of its own. */
    public static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** The cells of a line of a table, with commas between them. */
    public static String row(String line) {
        StringBuilder cells = new StringBuilder();
        for (String cell : line.split(",", -1)) {
            cells.append(text(cell));
        }
        return cells.toString();
    }

    /** The same workbook with one sheet more. */
    public WorkbookFile sheet(String name, String... rows) {
        int number = targets.toString().split("<R", -1).length;
        StringBuilder xml = new StringBuilder();
        for (String row : rows) {
            xml.append("<row>").append(row).append("</row>");
        }
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(name, number, number));
        targets.append("<Relationship Id=\"r%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(number, number));
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData>" + xml + "</sheetData></worksheet>");
    }

    /** The same workbook with a part added or replaced. */
    public WorkbookFile part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /** The same workbook with a text of its first sheet replaced. */
    public WorkbookFile change(String text, String other) {
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> xml.replace(text, other));
        return this;
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + SPREADSHEET + "\" xmlns:r=\"urn:r\"><sheets>" + sheets + "</sheets></workbook>");
        parts.putIfAbsent("xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    SourceFile file() {
        return new SourceFile("t.xlsx", bytes());
    }
}
