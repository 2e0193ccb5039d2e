package io.quanyi.console.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the failed sign-ins of each address in the last minute, and bounds their number. Keys are too long to be guessed; the bound keeps
 * attempts from filling the log and from keeping the service or the provider busy.
 */
final class FailedSignIns {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private static final int MAX_ADDRESSES = 1000;

    private record Count(Instant since, int failures) {}

    private final int most;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    FailedSignIns(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whether an address has failed too often to try again now. */
    synchronized boolean areTooMany(String address) {
        return count(address).failures() >= most;
    }

    /** Counts one more. */
    synchronized void add(String address) {
        Count count = count(address);
        counts.put(address, new Count(count.since(), count.failures() + 1));
    }

    private Count count(String address) {
        Instant now = clock.instant();
        Count count = counts.get(address);
        return count != null && now.isBefore(count.since().plus(PERIOD)) ? count : new Count(now, 0);
    }
}
