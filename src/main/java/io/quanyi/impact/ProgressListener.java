package io.quanyi.impact;

/** Receives the progress of a long computation. */
@FunctionalInterface
public interface ProgressListener {

    /** Reports that {@code done} of {@code of} steps are done; may be called by any thread and out of order. */
    void done(int done, int of);
}
