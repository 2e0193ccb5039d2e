package io.quanyi.work;

/**
 * A switch that ends long work. It is turned on when the result is no longer needed, and checked in every inner loop.
 * It is passed to the work instead of interrupting a thread, because the work may run on many threads.
 */
public class Cancellation {

    private static final Cancellation NEVER = new Cancellation() {
        @Override
        public void cancel() {
            throw new IllegalStateException("nobody can end this work");
        }
    };

    private volatile boolean cancelled;

    /** A switch that is off. */
    public Cancellation() {}

    /** A switch that cannot be turned on, for work that is short or ends with its process. */
    public static Cancellation never() {
        return NEVER;
    }

    /** Turns the switch on, which ends the work soon on all its threads. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the switch is on. */
    boolean isCancelled() {
        return cancelled;
    }

    /**
     * Ends the work if the switch is on.
     *
     * @throws WorkCancelled if the switch is on
     */
    public void check() {
        if (cancelled) {
            throw new WorkCancelled();
        }
    }
}
