package io.quanyi.work;

/** Too much work waits already, or this has waited too long: nothing of it was done. */
public final class WorkQueueFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nothing came of it. */
    public WorkQueueFull() {
        super("too much work waits already", null, false, false);
    }
}
