package io.quanyi.store.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.store.StoreUnavailable;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GitFailureReasonTests {

    @ParameterizedTest
    @EnumSource
    void everyReasonHasATextAndNoOther(Language language) {
        assertThat(Texts.codes(language).stream().filter(code -> code.startsWith("reason.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(GitFailureReason.values())
                        .map(GitFailureReason::textCode)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aReasonIsSaidInTheLanguageOfTheReader(GitFailureReason reason) {
        StoreUnavailable failure = GitFailures.unreachable(reason, new IllegalStateException("s3cret"));
        for (Language language : Language.values()) {
            assertThat(failure.fault().message(language))
                    .endsWith(Texts.of(language, reason.textCode()))
                    .doesNotContain("s3cret", "text:");
        }
    }

    /** What was fetched has to be written: that this fails is no trouble of the connection. */
    @ParameterizedTest
    @CsvSource({"No space left on device, FULL", "Connection reset by peer, BROKE_OFF", ", BROKE_OFF"})
    void aFullDiskIsToldFromAConnectionThatBroke(@Nullable String message, GitFailureReason reason) {
        TransportException failure = new TransportException("fetch failed", new IOException(message));
        assertThat(GitFailureReason.of(failure, 0)).isEqualTo(reason);
    }
}
