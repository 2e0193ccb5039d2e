package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class AuthzenSwitchTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,,, true, false",
        "127.0.0.1,,false, false, false",
        "0.0.0.0,,, false, false",
        "'',,, false, false",
        "0.0.0.0, https://pdp.example.com,, true, false",
        "0.0.0.0, https://pdp.example.com, false, false, false",
        "0.0.0.0,, true, true, true"
    })
    void decisionPointsAreServedWhereNobodyElseIsOrTheirAddressIsKnown(
            String address, String base, String enabled, boolean served, boolean refused) {
        Map<String, Object> settings = new HashMap<>(Map.of("server.address", address));
        if (base != null) {
            settings.put("quanyi.authzen.base-url", base);
        }
        if (enabled != null) {
            settings.put("quanyi.authzen.enabled", enabled);
        }
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            new AuthzenSwitch().initialize(context);
            assertThat(context.getEnvironment().getProperty("quanyi.authzen.enabled", Boolean.class))
                    .isEqualTo(served);
            assertThat(AuthzenSwitch.fault(context.getEnvironment()).isPresent())
                    .isEqualTo(refused);
        }
    }
}
