package io.quanyi.console.signin;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.settings.SettingsRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the sign-in with a provider, where there is one. Nothing is asked of it before the first person signs in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ProviderConfiguration {

    /** @throws SettingsRefused with everything that is wrong with the settings of the provider */
    ProviderConfiguration(ProviderProperties properties, AcceptedCredentials credentials) {
        List<String> faults = properties.faults(credentials);
        if (!faults.isEmpty()) {
            throw new SettingsRefused(
                    "It is not settled how people sign in to the console, so the service does not start",
                    "Correct what is listed. docs/operating.md describes each property.",
                    faults);
        }
    }

    @Bean
    @ConditionalOnProperty("quanyi.console.provider.client-id")
    Provider provider(ProviderProperties properties, AcceptedCredentials credentials, Clock clock) {
        return new Provider(properties, credentials.idTokens().orElseThrow(), clock);
    }
}
