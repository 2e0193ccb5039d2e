package io.quanyi.console.draft.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {

    @Test
    void rowsBeginWithTheByteOrderMarkAndEndInCarriageReturnAndLineFeed() {
        assertThat(text("中文", "2")).isEqualTo("\uFEFF\"中文\",\"2\"\r\n");
    }

    @Test
    void separatorsQuotesAndLineEndsStayWithinTheirCell() {
        assertThat(text("a,b;c", "say \"no\"", "one\ntwo"))
                .isEqualTo("\uFEFF\"a,b;c\",\"say \"\"no\"\"\",\"one\ntwo\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"})
    void aTextThatASpreadsheetTakesForAFormulaBeginsWithAnApostrophe(String formula) {
        assertThat(text(formula)).isEqualTo("\uFEFF\"'" + formula + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a=1", "'=1"})
    void otherTextsAreAsTheyWere(String text) {
        assertThat(text(text)).isEqualTo("\uFEFF\"" + text + "\"\r\n");
    }

    private static String text(String... cells) {
        return new CsvTable(List.of(List.of(cells))).text();
    }
}
