package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts that are put together from parts are set as their language is. */
class PunctuationTests {

    private static final Punctuation CHINESE = Punctuation.of(Language.CHINESE);
    private static final Punctuation ENGLISH = Punctuation.of(Language.ENGLISH);

    @Test
    void aRemarkStandsInBrackets() {
        assertThat(CHINESE.beside("community", "金蝶云社区")).isEqualTo("community（金蝶云社区）");
        assertThat(ENGLISH.beside("community", "Community")).isEqualTo("community (Community)");
    }

    @Test
    void chineseBracketsWithinBracketsAreOtherOnes() {
        assertThat(CHINESE.beside("region", "地区代码（ISO 3166）")).isEqualTo("region〔地区代码（ISO 3166）〕");
        assertThat(CHINESE.beside("代码", "region〔地区代码（ISO 3166）〕")).isEqualTo("代码（region〔地区代码（ISO 3166）〕）");
        assertThat(ENGLISH.beside("region", "region code (ISO 3166)")).isEqualTo("region (region code (ISO 3166))");
    }
}
