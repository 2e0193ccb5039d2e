package io.quanyi.console.session;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.settings.SettingsRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures sessions, where the console is served. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class SessionConfiguration {

    /** @throws SettingsRefused with everything that is wrong with the settings of sessions */
    @Bean
    SigningKeys signingKeys(SessionProperties properties, AcceptedCredentials credentials) {
        List<String> faults = properties.faults();
        if (!faults.isEmpty()) {
            throw new SettingsRefused(
                    "It is not settled how sessions of the console are kept, so the service does not start",
                    "Correct what is listed. docs/operating.md describes each property.",
                    faults);
        }
        return credentials.areConfigured() ? SigningKeys.of(properties.secrets()) : SigningKeys.ofThisProcess();
    }

    @Bean
    Sessions sessions(SigningKeys keys, AcceptedCredentials credentials, SessionProperties properties, Clock clock) {
        return new Sessions(keys, credentials, properties, clock);
    }

    @Bean
    FormTokens formTokens(SigningKeys keys) {
        return new FormTokens(keys);
    }

    /** The state that a browser keeps while its person signs in elsewhere. */
    @Bean
    SignedClaims pendingSignIns(SigningKeys keys) {
        return new SignedClaims("quanyi-sign-in", keys);
    }
}
