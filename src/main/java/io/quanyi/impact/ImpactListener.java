package io.quanyi.impact;

/** Receives the progress of a comparison of two releases, and its impact as far as it is found. */
@FunctionalInterface
public interface ImpactListener extends ProgressListener {

    /**
     * Reports the changes of the services that are compared so far: the first time of none, then with those of one more service. May be
     * called by any thread, never by two at once.
     */
    default void found(Impact soFar) {}
}
