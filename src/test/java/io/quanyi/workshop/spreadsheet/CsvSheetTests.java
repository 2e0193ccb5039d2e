package io.quanyi.workshop.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTests {

    private final Faults faults = new Faults();

    @Test
    void aCellInQuotesMayHoldCommasQuotesAndLineEnds() {
        assertThat(CsvSheet.rows("t.csv", "a,\"b,\"\"c\"\"\r\nd\"\r\n,e\n", faults))
                .containsExactly(List.of("a", "b,\"c\"\nd"), List.of("", "e"), List.of(""));
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aQuoteThatStaysOpenAFormulaAndALongCellAreFaults() {
        Spreadsheet sheet = CsvSheet.read("t.csv", "a,=A1,%s\n\"b".formatted("x".repeat(1001)), faults);
        assertThat(faults.sorted())
                .extracting(fault -> fault.describe(Language.ENGLISH))
                .containsExactly(
                        "t.csv:1:2: cell B1 is a formula: paste its value in its place",
                        "t.csv:1:3: cell C1 has more than 1000 characters",
                        "t.csv:2:1: a quote that begins in this row is not closed");
        assertThat(sheet.rows().get(0).cell(1).isSound()).isFalse();
        assertThat(sheet.rows().get(0).cell(9).isBlank()).isTrue();
    }

    @Test
    void aHugeSheetIsRefused() {
        CsvSheet.read("t.csv", "a\n".repeat(2001), faults);
        CsvSheet.read("t.csv", ",".repeat(100) + "a", faults);
        assertThat(faults.count()).isEqualTo(2);
        assertThat(faults.sorted()).singleElement().hasFieldOrPropertyWithValue("code", "sheet-too-large");
    }
}
