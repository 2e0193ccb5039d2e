package io.quanyi.workshop.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            春节=ENGLISH        , 春节=ENGLISH
            kingdee-galaxy     , kingdee-galaxy
            Boxing Day=ENGLISH , 'Boxing Day=ENGLISH'
            O'Neill            , 'O'\\''Neill'
            $HOME              , '$HOME'
            """)
    void aWordIsQuotedIfAShellWouldReadIt(String word, String typed) {
        assertThat(ShellWord.of(word)).isEqualTo(typed);
    }
}
