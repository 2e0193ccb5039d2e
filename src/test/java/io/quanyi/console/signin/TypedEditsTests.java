package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Which edits of a person who types are written to the audit log. */
class TypedEditsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Instant now = NOON;
    private final TypedEdits edits = new TypedEdits(new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void theFirstEditAtAnAddressIsWrittenAndThenOneInAMinute() {
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isTrue();
        now = NOON.plusSeconds(59);
        assertThat(edits.isNews("key:ann", "/console/a/text/save")).isFalse();
        now = NOON.plusSeconds(60);
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
