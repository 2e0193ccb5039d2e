package io.quanyi.work;

/** Work ended before it was done, because nobody waits for its result any more. */
public final class WorkCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nothing came of it. */
    WorkCancelled() {
        super("nobody waits for this work any more", null, false, false);
    }
}
