package io.quanyi.workshop.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    7*24 问题反馈,          7*24 问题反馈
                    7*24 与 7*8,           7\\*24 与 7\\*8
                    a_b,                   a_b
                    _a_,                   \\_a\\_
                    [x] | <y> `z`,         \\[x\\] \\| \\<y> \\`z\\`
                    # 一,                  \\# 一
                    C# 与 F#,              C# 与 F#
                    > 30 分钟,             \\> 30 分钟
                    30 > 20,               30 > 20
                    """)
    void wordsOfADocumentAreNoMarkdownAndStayAsTheyAreWhereTheyCan(String text, String written) {
        assertThat(Markdown.text(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    二.1(1) 7*24问题反馈,   `二.1(1) 7*24问题反馈`
                    a ` b,                 ``a ` b``
                    `a`,                   `` `a` ``
                    a | b \\ c,            `a | b \\ c`
                    """)
    void inACodeSpanEveryCharacterStandsForItself(String text, String written) {
        assertThat(Markdown.code(text)).isEqualTo(written);
    }
}
