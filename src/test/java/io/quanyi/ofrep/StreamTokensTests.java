package io.quanyi.ofrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of streams that are used again, and forged, old, or of another programme. */
class StreamTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String SECRET = "s".repeat(32);

    @Test
    void aTokenHoldsForTwelveHoursAndForReplicasWithTheSameSecret() {
        String token = tokens(SECRET, Duration.ZERO).make("acme");
        assertThat(tokens(SECRET, Duration.ZERO).permits("acme", token)).isTrue();
        assertThat(tokens(SECRET, Duration.ofHours(12).minusSeconds(1)).permits("acme", token))
                .isTrue();
        assertThat(tokens(SECRET, Duration.ofHours(12)).permits("acme", token)).isFalse();
    }

    @Test
    void aTokenOfAnotherProgrammeSecretOrProcessIsForged() {
        String token = tokens(SECRET, Duration.ZERO).make("acme");
        assertThat(tokens(SECRET, Duration.ZERO).permits("acme-care", token)).isFalse();
        assertThat(tokens("t".repeat(32), Duration.ZERO).permits("acme", token)).isFalse();
        StreamTokens own = new StreamTokens(null, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(own.permits("acme", own.make("acme"))).isTrue();
        assertThat(own.permits("acme", token)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1", "1.", ".a", "-1.a", "1e9.a", "9999999999999.a", "\u0661.a", "1.\u00e9"})
    void whatIsNoTokenIsRefused(String none) {
        assertThat(tokens(SECRET, Duration.ZERO).permits("acme", none)).isFalse();
    }

    @Test
    void anEndThatWasPutOffIsForged() {
        String token = tokens(SECRET, Duration.ZERO).make("acme");
        String end = token.substring(0, token.indexOf('.'));
        String later = (Long.parseLong(end) + 1) + token.substring(token.indexOf('.'));
        assertThat(tokens(SECRET, Duration.ZERO).permits("acme", later)).isFalse();
    }

    private static StreamTokens tokens(String secret, Duration later) {
        return new StreamTokens(secret, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }
}
