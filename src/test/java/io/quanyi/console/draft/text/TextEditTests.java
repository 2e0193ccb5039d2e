package io.quanyi.console.draft.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the replacement of a word that a button carries. */
class TextEditTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1, x b a", // the first one at the column or behind it
        "1, 2, a b x",
        "1, 6, x b a", // else the first one of the line
        "1, 0, x b a",
        "2, 1, a b a",
        "0, 1, a b a",
        "3, 1, a b a"
    })
    void aWordIsLookedForFromItsColumn(int line, int column, String expected) {
        assertThat(new TextEdit(line, column, "a", "x").in("a b a\nb")).isEqualTo(expected + "\nb");
    }

    @Test
    void aButtonCarriesItWhole() {
        TextEdit edit = new TextEdit(3, 7, "a:b \"c\"", "");
        assertThat(TextEdit.read(edit.toString())).contains(edit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1\t1\ta", "1\t1\t\tb", "x\t1\ta\tb", "1\tx\ta\tb", "1\t1\ta\tb\tc", "99999999999\t1\ta\tb"})
    void anythingElseIsNone(String text) {
        assertThat(TextEdit.read(text)).isEmpty();
    }
}
