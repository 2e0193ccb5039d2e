package io.quanyi.workshop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSheetTests {

    private final Faults faults = new Faults();

    @Test
    void textsAreReadHoweverTheyAreKept() {
        WorkbookFile workbook = WorkbookFile.of(
                        "<c r=\"B1\" t=\"s\"><v>1</v></c>" + WorkbookFile.text(" x ") + "<c t=\"str\"><v>y</v></c>",
                        "<c r=\"A2\"><v>4</v></c><c r=\"D2\"><v>0.50</v></c><c t=\"b\"><v>1</v></c>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>none</t></si><si><r><t>P1 </t></r><r><t>级</t></r><rPh><t>ji</t></rPh></si></sst>");
        assertThat(texts(workbook)).containsExactly(List.of("", "P1 级", "x", "y"), List.of("4", "", "", "0.5", "1"));
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void blankRowsAndStyledBlankCellsAreNoRows() {
        WorkbookFile workbook = WorkbookFile.of("<c s=\"1\"/>", WorkbookFile.row("a,b"), "", WorkbookFile.row(",c,,"));
        assertThat(read(workbook).rows()).extracting(Spreadsheet.Row::number).containsExactly(2, 4);
        assertThat(texts(workbook)).containsExactly(List.of("a", "b"), List.of("", "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c r="B7"><f>1+1</f><v>2</v></c>             | t.xlsx:7:2: cell B7 is a formula
            <c r="B7" t="str"><f>A1</f><v>P1</v></c>     | t.xlsx:7:2: cell B7 is a formula
            <c r="B7" s="1"><v>46024</v></c>             | t.xlsx:7:2: cell B7 is a number that is shown as a date
            <c r="B7" s="2"><v>0.0208</v></c>            | t.xlsx:7:2: cell B7 is a number that is shown as a date
            <c r="B7" t="d"><v>2026-01-02</v></c>        | t.xlsx:7:2: cell B7 is a number that is shown as a date
            <c r="B7" t="e"><v>#REF!</v></c>             | t.xlsx:7:2: cell B7 shows the error #REF!
            <c r="AA7" t="inlineStr"><is><t>=B2</t></is></c> | t.xlsx:7:27: cell AA7 is a formula
            <c r="ZZZ7"><v>1</v></c>                     | t.xlsx: the sheet is larger than a table of a policy
            <c r="B7" t="s"><v>9</v></c>                 | t.xlsx: the file is no sound .xlsx workbook
            <c r="B7" t="s"><v>x</v></c>                 | t.xlsx: the file is no sound .xlsx workbook
            """)
    void aCellThatDoesNotHoldWhatItShowsIsAFault(String cell, String fault) {
        read(
                WorkbookFile.of("<c><v>1</v></c>")
                        .change("<row>", "<row r=\"7\">" + cell + "</row><row r=\"8\">")
                        .part(
                                "xl/styles.xml",
                                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm\"/></numFmts>"
                                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"));
        assertThat(said()).singleElement().asString().startsWith(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0\"h\"", "[Red]0", "General", "#,##0.00", "0\\d"})
    void aFormatOfNumbersIsNoDate(String format) {
        WorkbookFile workbook = WorkbookFile.of("<c s=\"0\"><v>4</v></c>")
                .part(
                        "xl/styles.xml",
                        "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"" + format.replace("\"", "&quot;")
                                + "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></s>");
        assertThat(texts(workbook)).containsExactly(List.of("4"));
        assertThat(said()).isEmpty();
    }

    @Test
    void mergedCellsAreOneFaultAndNoBlankCells() {
        Spreadsheet sheet = read(WorkbookFile.of(WorkbookFile.row("a,b"), WorkbookFile.row(",c"))
                .change("</worksheet>", "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>"));
        assertThat(said())
                .containsExactly("t.xlsx:1:1: cells A1:A2 are merged: separate them, and write the value into each");
        assertThat(sheet.rows().get(1).cell(0).isBlank()).isFalse();
        assertThat(sheet.rows().get(1).cell(0).isSound()).isFalse();
    }

    @Test
    void oneSheetIsChosenOrTheOnlyOneThatIsFilled() {
        WorkbookFile two = WorkbookFile.of(WorkbookFile.row("a")).sheet("SLA", WorkbookFile.row("b"));
        assertThat(XlsxSheet.read(two.file(), "SLA", faults)
                        .rows()
                        .get(0)
                        .cell(0)
                        .text())
                .isEqualTo("b");
        assertThat(texts(WorkbookFile.of(WorkbookFile.row("a")).sheet("Sheet2", "")))
                .containsExactly(List.of("a"));
        assertThat(said()).isEmpty();
        read(two);
        XlsxSheet.read(two.file(), "SLAs", faults);
        assertThat(said())
                .containsExactly(
                        "t.xlsx: several sheets of the workbook are filled (Sheet1, SLA): name one with --sheet",
                        "t.xlsx: the workbook has no sheet \"SLAs\"; its sheets: Sheet1, SLA; did you mean \"SLA\"?");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        for (byte[] bytes : List.of(old, new byte[0], "plan,response".getBytes(StandardCharsets.UTF_8))) {
            XlsxSheet.read(new SourceFile("t.xlsx", bytes), null, faults);
        }
        byte[] whole = WorkbookFile.of(WorkbookFile.row("a")).bytes();
        XlsxSheet.read(new SourceFile("t.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)), null, faults);
        read(WorkbookFile.of("<c><v>1</v>"));
        assertThat(faults.count()).isEqualTo(5);
        assertThat(said())
                .containsExactly(
                        "t.xlsx: the file is no sound .xlsx workbook: save it as .xlsx (not as .xls, and without a"
                                + " password), or as .csv in UTF-8");
    }

    @Test
    void entitiesAreRefused() {
        read(WorkbookFile.of("<c><v>&x;</v></c>")
                .change("<worksheet", "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet"));
        read(WorkbookFile.of("<c><v>1</v></c>").change("<worksheet", "<!DOCTYPE w [<!ENTITY x \"y\">]><worksheet"));
        assertThat(faults.count()).isEqualTo(2);
        assertThat(said()).singleElement().asString().contains("no sound .xlsx workbook");
    }

    @Test
    void aWorkbookThatUnpacksToMuchIsRefused() {
        WorkbookFile bomb = WorkbookFile.of(WorkbookFile.row("a")).part("xl/media/image1.png", "0".repeat(33 << 20));
        assertThat(bomb.bytes()).hasSizeLessThan(1 << 20);
        read(bomb);
        assertThat(said()).containsExactly("t.xlsx: the workbook is larger than 32 MB when it is unpacked");
    }

    @Test
    void aHugeSheetIsRefused() {
        read(WorkbookFile.of("<c><v>1</v></c></row><row>".repeat(2001)));
        assertThat(said())
                .containsExactly(
                        "t.xlsx: the sheet is larger than a table of a policy: at most 2000 by 100 cells are read");
    }

    private Spreadsheet read(WorkbookFile workbook) {
        return XlsxSheet.read(workbook.file(), null, faults);
    }

    private List<List<String>> texts(WorkbookFile workbook) {
        return read(workbook).rows().stream()
                .map(row -> row.cells().stream().map(Spreadsheet.Cell::text).toList())
                .toList();
    }

    private List<String> said() {
        return faults.sorted().stream()
                .map((Fault fault) -> fault.describe(Language.ENGLISH))
                .toList();
    }
}
