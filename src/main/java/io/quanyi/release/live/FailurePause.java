package io.quanyi.release.live;

import java.time.Duration;
import java.time.Instant;

/**
 * The pause before a state is checked again on which the service itself failed. It starts with a minute and doubles up
 * to an hour, because such a failure may pass and a check may be expensive.
 */
final class FailurePause {

    private static final Duration MIN_PAUSE = Duration.ofMinutes(1);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);

    private String revision = "";
    private Duration pause = MIN_PAUSE;
    private Instant end = Instant.MIN;

    /** Begins a pause after a failure on a state. */
    void begin(String failed, Instant now) {
        Duration twice = pause.multipliedBy(2);
        pause = !failed.equals(revision) ? MIN_PAUSE : twice.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : twice;
        revision = failed;
        end = now.plus(pause);
    }

    /** Whether the pause of a refused state is over. */
    boolean isOver(String refused, Instant now) {
        return refused.equals(revision) && !now.isBefore(end);
    }
}
