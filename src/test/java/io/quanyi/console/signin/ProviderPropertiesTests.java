package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.AccessProperties;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which settings of the sign-in with a provider are refused. */
class ProviderPropertiesTests {

    private static final String CLIENT = "quanyi.console.provider.client-id";

    @Test
    void withoutAClientThereIsNoProvider() {
        assertThat(faults("", Map.of())).isEmpty();
    }

    @Test
    void aSecretNeedsAClient() {
        assertThat(faults("", Map.of("quanyi.console.provider.client-secret", "x")))
                .containsExactly("quanyi.console.provider.client-id is missing");
    }

    @Test
    void aClientNeedsAnIssuer() {
        assertThat(faults("", Map.of(CLIENT, "console")))
                .containsExactly("quanyi.console.provider needs quanyi.access.jwt, which names the issuer");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com/realms/support, true",
        "http://127.0.0.1:9000, true",
        "http://login.example.com, false",
        "login.example.com, false",
        "a b, false"
    })
    void theIssuerIsAskedOnlyWhereNobodyElseCanAnswer(String issuer, boolean trusted) {
        assertThat(faults(issuer, Map.of(CLIENT, "console")).isEmpty()).isEqualTo(trusted);
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(faults("a b", Map.of(CLIENT, " ", "quanyi.console.provider.scopes", "profile")))
                .hasSize(3);
    }

    private static List<String> faults(String issuer, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        if (!issuer.isEmpty()) {
            all.put("quanyi.access.jwt.issuer", issuer);
            all.put("quanyi.access.jwt.audience", "quanyi");
            all.put("quanyi.access.jwt.jwk-set-uri", "https://login.example.com/keys");
        }
        Binder binder = new Binder(new MapConfigurationPropertySource(all));
        AccessProperties access = binder.bindOrCreate("quanyi.access", AccessProperties.class);
        return binder.bindOrCreate("quanyi.console.provider", ProviderProperties.class)
                .faults(AcceptedCredentials.of(access, Clock.systemUTC()));
    }
}
