package io.quanyi.console.session;

import io.quanyi.SetClock;
import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.AccessProperties;
import io.quanyi.access.credentials.ApiKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Sessions at a time that tests set, with one API key. */
final class TrialSessions {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final ApiKey KEY = ApiKey.make("crm", new SecureRandom());

    final SetClock clock = new SetClock(NOON);

    AcceptedCredentials credentials() {
        var settings = new MapConfigurationPropertySource(Map.of(
                "quanyi.access.keys[0].id", "crm",
                "quanyi.access.keys[0].hash", KEY.hash(),
                "quanyi.access.keys[0].roles", "reader,author"));
        return AcceptedCredentials.of(
                new Binder(settings)
                        .bind("quanyi.access", AccessProperties.class)
                        .get(),
                clock);
    }

    Sessions with(String... secrets) {
        return new Sessions(SigningKeys.of(List.of(secrets)), credentials(), properties(Map.of()), clock);
    }

    static SessionProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("quanyi.console.session", SessionProperties.class);
    }
}
