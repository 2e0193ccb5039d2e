package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeceptiveCharactersTests {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B,
                0x180E, 0x180F, 0x2000, 0x2007, 0x200A, 0x200B, 0x200D, 0x200F, 0x2028, 0x2029, 0x202E, 0x202F, 0x205F,
                0x2060, 0x2065, 0x2069, 0x206F, 0x2800, 0x303F, 0x3164, 0xD800, 0xE000, 0xFDD0, 0xFE00, 0xFE0F, 0xFEFF,
                0xFFA0, 0xFFF0, 0xFFF9, 0xFFFC, 0xFFFE, 0x13441, 0x16FE4, 0x1BCA0, 0x1D159, 0x1D173, 0xE0001, 0xE0041,
                0xE007F, 0xE0100, 0xE01EF, 0xE0FFF, 0x10FFFF
            })
    void whatIsInvisibleOrBlankOrTurnsATextAroundDeceives(int point) {
        assertThat(DeceptiveCharacters.firstIn("中" + Character.toString(point) + "文"))
                .as(DeceptiveCharacters.name(point))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anyone, anytime: 100 % — “quoted” (once) · × ≥ €",
                "全角，（“引号”）；《书名》、——……　％１２３ＡＢＣ",
                "\u2e80\u3005\u3007\u3400\u4dbf\u9fff\uf900\ud840\udc00",
                "𠮷野家",
                "e\u0301 n\u0303 a\u030a ก็ हिन्दी שָׁלוֹם العَرَبِيّة",
                "한국어 ㄱㅏ 가",
                "😀👍🏽🇨🇳✅①㎡",
                "tab\tline\nboth\r\nend"
            })
    void whatPeopleWriteDoesNot(String text) {
        assertThat(DeceptiveCharacters.firstIn(text)).isEqualTo(-1);
    }

    /** A title of these characters alone would be shown as an empty text. */
    @Test
    void noLetterOrSymbolIsBlankButTheseOnes() {
        long refused = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.isLetter(point) || Character.getType(point) == Character.OTHER_SYMBOL)
                .filter(point -> DeceptiveCharacters.firstIn(Character.toString(point)) >= 0)
                .count();
        assertThat(refused)
                .as("five fillers, and the blanks of Braille, CJK, objects, notes and Egypt")
                .isBetween(7L, 11L);
    }

    @Test
    void aRunOfOneIsReportedOnceWithItsPlace() {
        Faults faults = new Faults();
        DeceptiveCharacters.refuse("a.drl", "rule\n  \"a\u3164\u3164\u3164b\u2800\"", none -> false, faults);
        assertThat(faults.sorted())
                .extracting(fault -> fault.position() + " " + fault.arguments())
                .containsExactly("a.drl:2:5 [U+3164]", "a.drl:2:9 [U+2800]");
    }
}
