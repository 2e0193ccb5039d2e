package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DescriptionSwitchTests {

    @ParameterizedTest
    @CsvSource({
        "quanyi.http.max-body, 1MB, true",
        "quanyi.access.keys, '', true",
        "quanyi.access.keys[0].id, crm, false",
        "quanyi.access.jwt.issuer, https://issuer.test, false",
        "quanyi.http.description, false, false",
        "quanyi.http.description, true, true"
    })
    void theDescriptionIsThereWithoutCredentials(String name, String value, boolean there) {
        assertDescribed(initialized(new MapPropertySource("file", Map.of(name, value))), there);
    }

    @Test
    void withCredentialsItIsThereIfTheSettingSaysSo() {
        Map<String, Object> settings = Map.of("quanyi.access.keys[0].id", "crm", "quanyi.http.description", "true");
        assertDescribed(initialized(new MapPropertySource("file", settings)), true);
    }

    @Test
    void variablesOfTheEnvironmentCount() {
        assertDescribed(
                initialized(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("QUANYI_ACCESS_KEYS_0_ID", "crm"))),
                false);
    }

    private static void assertDescribed(Environment environment, boolean there) {
        assertThat(environment.getProperty("springdoc.api-docs.enabled", Boolean.class))
                .isEqualTo(there);
        assertThat(environment.getProperty("springdoc.swagger-ui.enabled", Boolean.class))
                .isEqualTo(there);
    }

    private static Environment initialized(MapPropertySource settings) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(settings);
        new DescriptionSwitch().initialize(context);
        return context.getEnvironment();
    }
}
