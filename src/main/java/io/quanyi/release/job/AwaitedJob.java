package io.quanyi.release.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A job for the people who look at its page: it is left once nobody has done so for long.
 *
 * @param <R> the result
 */
public class AwaitedJob<R> extends Job<R> {

    /** How long it goes on after its page was last looked at. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile Instant lookedAt;

    /** A job that waits, whose page is looked at now. */
    protected AwaitedJob(JobWork<? extends R> work, Clock clock) {
        super(work, clock);
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    /** Notes that its page is looked at. */
    public void lookAt() {
        lookedAt = clock.instant();
    }

    /** Whether its page was not looked at for long. */
    public boolean isLeft() {
        return clock.instant().isAfter(lookedAt.plus(PATIENCE));
    }
}
