package io.quanyi.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tokens a form may carry. */
class FormTokensTests {

    private static final String OLD = "the old secret, which is long enough for it";
    private static final String NEW = "the new secret, which is long enough for it";

    private final TrialSessions trial = new TrialSessions();
    private final FormTokens tokens = new FormTokens(SigningKeys.of(List.of(OLD)));

    @Test
    void aTokenIsForOneSession() {
        ConsoleSession session = begun();
        String token = tokens.of(session);
        assertThat(tokens.accepts(token, session)).isTrue();
        assertThat(tokens.accepts(token, session.seenAt(TrialSessions.NOON.plusSeconds(600))))
                .isTrue();
        assertThat(tokens.accepts(token, begun())).isFalse();
    }

    @Test
    void noTwoPagesHaveTheSame() {
        ConsoleSession session = begun();
        assertThat(tokens.of(session)).isNotEqualTo(tokens.of(session));
    }

    @Test
    void aChangedTokenIsNone() {
        ConsoleSession session = begun();
        String token = tokens.of(session);
        String other = tokens.of(session);
        assertThat(tokens.accepts(token.substring(0, 23) + other.substring(23), session))
                .isFalse();
        assertThat(tokens.accepts(token + "A", session)).isFalse();
        assertThat(tokens.accepts("", session)).isFalse();
        assertThat(tokens.accepts(".", session)).isFalse();
    }

    @Test
    void tokensOfTheOldSecretAreAcceptedBesideTheNew() {
        ConsoleSession session = begun();
        FormTokens both = new FormTokens(SigningKeys.of(List.of(NEW, OLD)));
        assertThat(both.accepts(tokens.of(session), session)).isTrue();
        assertThat(tokens.accepts(both.of(session), session)).isFalse();
    }

    private ConsoleSession begun() {
        var holder = trial.credentials().holderOf(TrialSessions.KEY.text()).orElseThrow();
        return trial.with(OLD).begin(holder);
    }
}
