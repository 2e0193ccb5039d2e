package io.quanyi.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A limit to how many lines are logged in a period; the others are counted. */
public final class LineLimit {

    private final Clock clock;
    private final int most;
    private final Duration period;
    private Instant began = Instant.MIN;
    private int admitted;
    private long omitted;

    /**
     * A limit that nothing has come to yet.
     *
     * @param most how many lines pass in each period
     */
    public LineLimit(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    /** Whether one more line may be logged; if not, it is counted. */
    public synchronized boolean admits() {
        Instant now = clock.instant();
        if (now.isBefore(began) || !now.isBefore(began.plus(period))) {
            began = now;
            admitted = 0;
        }
        if (admitted >= most) {
            omitted++;
            return false;
        }
        admitted++;
        return true;
    }

    /** How many lines were left out since they were last taken. */
    public synchronized long omitted() {
        return omitted;
    }

    /** The same, and begins to count anew. */
    public synchronized long takeOmitted() {
        long taken = omitted;
        omitted = 0;
        return taken;
    }
}
