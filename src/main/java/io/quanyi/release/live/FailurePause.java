package io.quanyi.release.live;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a state is left alone that the service failed at: such a failure may pass, unlike a fault, and looking may be expensive.
 * A minute first, twice as long each time, and an hour at most.
 */
final class FailurePause {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private String revision = "";
    private Duration pause = SHORTEST;
    private Instant end = Instant.MIN;

    /** The service failed at a state. */
    void begin(String failed, Instant now) {
        Duration twice = pause.multipliedBy(2);
        pause = !failed.equals(revision) ? SHORTEST : twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        revision = failed;
        end = now.plus(pause);
    }

    /** Whether a state that was refused is to be looked at again. */
    boolean isOver(String refused, Instant now) {
        return refused.equals(revision) && !now.isBefore(end);
    }
}
