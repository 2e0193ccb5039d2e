package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnbrokenWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Fri 2026-06-15 16:00</p>          | <p>Fri [2026-06-15] 16:00</p>
            <p>2026-06-15（周一）16:00</p>        | <p>[2026-06-15]（周一）16:00</p>
            at 2026-06-15T16:00:00+08:00.        | at [2026-06-15T16:00:00+08:00].
            at 2026-06-15T08:00Z, 2026-06-16     | at [2026-06-15T08:00Z], [2026-06-16]
            <li>Basic (GAL-FB-01)</li>           | <li>Basic ([GAL-FB-01])</li>
            A-1 and K3-01-AB                     | A-1 and [K3-01-AB]
            """)
    void datesAndIdsOfTextsAreEnclosed(String page, String enclosed) {
        assertThat(UnbrokenWords.in(page))
                .isEqualTo(enclosed.replace("[", "<span class=\"unbroken\">").replace("]", "</span>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"/ask?at=2026-06-15#GAL-FB-01\" title=\"2026-06-15\">built-in</a>",
                "<title>2026-06-15</title><option value=\"GAL-FB-01\">GAL-FB-01</option>",
                "<textarea name=\"text\">\n2026-06-15\nGAL-FB-01</textarea>",
                "<pre tabindex=\"0\">2026-06-15\n$1</pre>",
                "12026-06-15 2026-06-155 2026-06-15-7 x-2026-06-15 $0 \\1"
            })
    void theRestIsAsItWas(String page) {
        assertThat(UnbrokenWords.in(page)).isEqualTo(page);
    }
}
