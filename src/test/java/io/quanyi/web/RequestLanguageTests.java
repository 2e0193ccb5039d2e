package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-GB | en",
                "EN-us | en",
                "zh | zh-CN",
                "zh-TW | zh-CN",
                "fr, en;q=0.5 | en",
                "en;q=0.5, zh;q=0.9 | zh-CN",
                "fr | zh-CN",
                "* | zh-CN",
                "en;q=0, * | zh-CN",
                "english | zh-CN",
                "';;;,=' | zh-CN",
                "- | zh-CN",
                "-, en | en",
                "en;q=x, zh-x- | zh-CN",
                "en;q=2 | zh-CN",
                "en ; q=0.7 , zh;Q=0.6 | en",
                "en;q=0.000, * | zh-CN"
            })
    void theBestLanguageThatThereIsIsTaken(String header, String tag) {
        assertThat(RequestLanguage.of(header).tag()).isEqualTo(tag);
    }

    @Test
    void chineseIsTheDefault() {
        assertThat(RequestLanguage.of((String) null).tag()).isEqualTo("zh-CN");
        assertThat(RequestLanguage.of("en,".repeat(500)).tag()).isEqualTo("zh-CN");
    }
}
