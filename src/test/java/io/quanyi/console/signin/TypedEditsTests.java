package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.SetClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which edits of a person who types are written to the audit log. */
class TypedEditsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SetClock clock = new SetClock(NOON);
    private final TypedEdits edits = new TypedEdits(clock);

    @Test
    void theFirstEditAtAnAddressIsWrittenAndThenOneInAMinute() {
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isTrue();
        clock.set(NOON.plusSeconds(59));
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isFalse();
        clock.set(NOON.plusSeconds(60));
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isTrue();
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isFalse();
    }

    @Test
    void othersAndOtherAddressesAreWritten() {
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isTrue();
        assertThat(edits.isNews("key:bob", "/console/a/text/save")).isTrue();
        assertThat(edits.isNews("key:ann", "/console/b/text/save")).isTrue();
    }
}
