package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTextTests {

    @Test
    void aFailureIsOneLineWithItsCausesAndPlaces() {
        String text = FailureText.of(new IllegalStateException("outer", new IllegalArgumentException("inner")));
        assertThat(text)
                .startsWith("java.lang.IllegalStateException: outer at io.quanyi.log.FailureTextTests.")
                .contains(" caused by java.lang.IllegalArgumentException: inner at ");
    }

    @Test
    void aMessageCannotLookLikeAnotherLine() {
        String text = FailureText.of(new IllegalStateException("a\r\n2026 ERROR \u001b[2J\u2028权"));
        assertThat(text).contains("a\\u000d\\u000a2026 ERROR \\u001b[2J\\u2028\\u6743");
        assertThat(text.lines()).hasSize(1);
    }

    @Test
    void itIsOfBoundedLength() {
        Throwable failure = new IllegalStateException("x".repeat(1_000_000));
        for (int i = 0; i < 100; i++) {
            failure = new IllegalStateException("\0".repeat(1_000_000), failure);
        }
        assertThat(FailureText.of(failure)).hasSizeLessThan(12_000);
        assertThat(FailureText.of(new StackOverflowError())).hasSizeLessThan(4_000);
    }
}
