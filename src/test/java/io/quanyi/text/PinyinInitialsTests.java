package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinInitialsTests {

    @ParameterizedTest
    @CsvSource({
        "在线 IM 服务, zximfw",
        "紧急故障处理, jjgzcl",
        "金蝶云·星空, jdyxk",
        "优选服务, yxfw",
        "K/3 WISE, k3wise",
        "啊座, az",
        "阿做, az",
        "Online, online",
        "「」！, ''",
        "龘, ''"
    })
    void initialsAreThoseOfThePinyin(String text, String initials) {
        assertThat(PinyinInitials.of(text)).isEqualTo(initials);
    }
}
