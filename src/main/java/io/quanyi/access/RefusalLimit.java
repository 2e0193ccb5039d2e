package io.quanyi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets so many events of a minute through, and counts the others. Not for several threads at once. */
final class RefusalLimit {

    static final int MOST_A_MINUTE = 60;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant began = Instant.MIN;
    private int admitted;
    private long omitted;

    RefusalLimit(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more may pass; if not, it is counted. */
    boolean admits() {
        Instant now = clock.instant();
        if (!now.isBefore(began.plus(MINUTE)) || now.isBefore(began)) {
            began = now;
            admitted = 0;
        }
        if (admitted == MOST_A_MINUTE) {
            omitted++;
            return false;
        }
        admitted++;
        return true;
    }

    /** How many did not pass since this was last told. */
    long omitted() {
        return omitted;
    }

    /** It was told. */
    void told() {
        omitted = 0;
    }
}
