package io.quanyi.impact;

/** Is told how far a long run is. */
@FunctionalInterface
public interface Progress {

    /** So many are done; called by any thread, and not always in order. */
    void done(int done, int of);
}
