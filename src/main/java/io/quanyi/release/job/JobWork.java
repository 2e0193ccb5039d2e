package io.quanyi.release.job;

import io.quanyi.impact.ProgressListener;
import io.quanyi.work.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The work of a job.
 *
 * @param <R> its result
 */
@FunctionalInterface
public interface JobWork<R> {

    /**
     * Does the work.
     *
     * @param cancellation ends it
     * @throws io.quanyi.work.WorkCancelled if it was ended
     */
    R run(Cancellation cancellation, ProgressListener progress);

    /** The result as far as it is found while the work is under way; null if nothing can be said before its end. */
    default @Nullable R soFar() {
        return null;
    }
}
