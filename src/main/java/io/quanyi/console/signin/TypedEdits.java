package io.quanyi.console.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The edits that are saved while a person types: of those at one address, one in a minute is written to the audit log. */
final class TypedEdits {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_EDITS = 1000;

    private final Clock clock;
    private final Map<String, Instant> written = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_EDITS;
        }
    };

    TypedEdits(Clock clock) {
        this.clock = clock;
    }

    /** Whether an edit is to be written, because this person has not edited at this address within a minute. */
    synchronized boolean isNews(String principal, String address) {
        Instant now = clock.instant();
        String edit = principal + " " + address;
        Instant last = written.get(edit);
        if (last != null && now.isBefore(last.plus(PERIOD))) {
            return false;
        }
        written.remove(edit);
        written.put(edit, now);
        return true;
    }
}
