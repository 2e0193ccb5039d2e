package io.quanyi.work;

/** The end of work whose result is no longer needed. */
public final class WorkCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The work gave no result. */
    WorkCancelled() {
        super("nobody waits for this work any more", null, false, false);
    }
}
