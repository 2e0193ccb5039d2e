package io.quanyi.work;

/** The refusal of work that was not started: too much waits already, or it has waited too long. */
public final class WorkQueueFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The work was not started. */
    public WorkQueueFull() {
        super("too much work waits already", null, false, false);
    }
}
