package io.quanyi.servicetime;

import java.time.DateTimeException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of time that the clock of a case counts, one after the other: the open stretches of a window, or all time,
 * without the pauses of the case. One such object answers one question.
 */
final class RunningTime {

    private final @Nullable LongFunction<Walk> walks;
    private final Pauses pauses;
    private @Nullable Walk walk;
    private int pause;
    private long reached;
    private long end;
    private long opens;
    private long closes;
    private boolean guessed;

    /**
     * Begins at an instant.
     *
     * @param walks makes walks over the open stretches of a window; null if every instant is open
     */
    RunningTime(@Nullable LongFunction<Walk> walks, long from, Pauses pauses) {
        this.walks = walks;
        this.pauses = pauses;
        goTo(from);
    }

    /** Goes to the next stretch; false if there is none, because the case waits without an end. */
    boolean next() {
        while (true) {
            skipPast();
            if (isPaused()) {
                if (pauses.to(pause) == Pauses.NEVER) {
                    return false;
                }
                goTo(pauses.to(pause));
            } else if (reached < end) {
                take();
                return true;
            } else {
                open();
            }
        }
    }

    long opens() {
        return opens;
    }

    long closes() {
        return closes;
    }

    long length() {
        return closes - opens;
    }

    /** Whether a date outside the calendar's known span was consulted on the way (reading A12). */
    boolean guessed() {
        return guessed || (walk != null && walk.guessed());
    }

    /** Leaves the pauses behind that are over. */
    private void skipPast() {
        while (pause < pauses.count() && pauses.to(pause) <= reached) {
            pause++;
        }
    }

    private boolean isPaused() {
        return pause < pauses.count() && pauses.from(pause) <= reached;
    }

    private void take() {
        opens = reached;
        closes = pause < pauses.count() ? Math.min(end, pauses.from(pause)) : end;
        reached = closes;
    }

    /** Opens the next stretch of the window. A pause that begins before it is looked at first. */
    private void open() {
        if (walk == null) {
            throw new DateTimeException("the answer lies beyond the year 2199");
        }
        walk.next();
        reached = walk.opens();
        end = walk.closes();
    }

    /** Begins anew at an instant; the days of a pause are not looked at. */
    private void goTo(long instant) {
        guessed = guessed();
        reached = instant;
        if (walks == null) {
            end = Nanos.LAST;
        } else {
            walk = walks.apply(instant);
            end = instant;
        }
    }
}
