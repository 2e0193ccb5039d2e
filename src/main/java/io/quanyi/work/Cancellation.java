package io.quanyi.work;

/**
 * A switch that ends long work: thrown by whoever does not wait for the result any more, looked at in every inner loop. It is handed
 * down to the work, because the work may run on many threads, none of which is the one to interrupt.
 */
public class Cancellation {

    private static final Cancellation NEVER = new Cancellation() {
        @Override
        public void cancel() {
            throw new IllegalStateException("nobody can end this work");
        }
    };

    private volatile boolean cancelled;

    /** A switch that nobody has thrown yet. */
    public Cancellation() {}

    /** A switch that cannot be thrown, for work that is short, or ends with its process. */
    public static Cancellation never() {
        return NEVER;
    }

    /** Ends the work soon, on whatever threads it runs. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the work is to end. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Ends the work here if it is to end.
     *
     * @throws WorkCancelled if it is
     */
    public void check() {
        if (cancelled) {
            throw new WorkCancelled();
        }
    }
}
