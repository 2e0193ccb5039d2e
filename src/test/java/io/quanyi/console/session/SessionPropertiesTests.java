package io.quanyi.console.session;

import static io.quanyi.console.session.TrialSessions.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.settings.SettingsRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings of sessions are refused. */
class SessionPropertiesTests {

    private static final String PLACE = "quanyi.console.session.";
    private static final String ENOUGH = "x".repeat(32);

    @Test
    void theDefaultsHold() {
        assertThat(properties(Map.of()).faults()).isEmpty();
    }

    @Test
    void aShortSecretIsRefusedAndNotRepeated() {
        assertThat(properties(Map.of(PLACE + "secrets[0]", ENOUGH)).faults()).isEmpty();
        String secret = ENOUGH.substring(1);
        assertThat(properties(Map.of(PLACE + "secrets[0]", ENOUGH, PLACE + "secrets[1]", secret))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("quanyi.console.session.secrets[1] must have at least 32 characters")
                .doesNotContain(secret);
    }

    @Test
    void aSecretTwiceIsRefused() {
        assertThat(properties(Map.of(PLACE + "secrets[0]", ENOUGH, PLACE + "secrets[1]", ENOUGH))
                        .faults())
                .containsExactly("quanyi.console.session.secrets has one twice");
    }

    @ParameterizedTest
    @CsvSource({"1m, 1m, true", "59s, 8h, false", "30m, 29m, false", "30m, 7d, true", "30m, 169h, false"})
    void timesAreBounded(String idle, String longest, boolean hold) {
        assertThat(properties(Map.of(PLACE + "idle", idle, PLACE + "longest", longest))
                        .faults()
                        .isEmpty())
                .isEqualTo(hold);
    }

    @Test
    void theServiceDoesNotStartWithThem() {
        assertThatThrownBy(() -> new SessionConfiguration()
                        .signingKeys(properties(Map.of(PLACE + "secrets", "short")), new TrialSessions().credentials()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("secrets[0]");
    }
}
