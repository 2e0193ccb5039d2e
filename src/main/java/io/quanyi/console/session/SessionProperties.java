package io.quanyi.console.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sessions of the console.
 *
 * @param secrets the secrets that sign sessions: the first signs, all are accepted; without any, each process makes one of its own
 * @param idle how long a session lasts without a request
 * @param longest how long it lasts at most
 */
@ConfigurationProperties("quanyi.console.session")
record SessionProperties(
        @DefaultValue List<String> secrets,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("8h") Duration longest) {

    private static final String PLACE = "quanyi.console.session";
    private static final int MIN_CHARACTERS = 32;
    private static final int MAX_SECRETS = 4;
    private static final Duration MIN_IDLE = Duration.ofMinutes(1);
    private static final Duration MAX_LIFETIME = Duration.ofDays(7);

    /** All that is wrong, each with the name of its setting. A secret is never repeated. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (secrets.size() > MAX_SECRETS) {
            faults.add(PLACE + ".secrets has more than " + MAX_SECRETS + " entries");
        }
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i).length() < MIN_CHARACTERS) {
                faults.add(PLACE + ".secrets[" + i + "] must have at least " + MIN_CHARACTERS
                        + " characters; \"openssl rand -base64 32\" makes one");
            }
        }
        if (secrets.stream().distinct().count() < secrets.size()) {
            faults.add(PLACE + ".secrets has one twice");
        }
        if (idle.compareTo(MIN_IDLE) < 0 || longest.compareTo(idle) < 0 || longest.compareTo(MAX_LIFETIME) > 0) {
            faults.add(PLACE + ".idle must be at least 1m, and .longest from .idle to 7d");
        }
        return faults;
    }
}
