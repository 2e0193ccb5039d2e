package io.quanyi.release.draft.job;

import io.quanyi.impact.ProgressListener;
import io.quanyi.work.Cancellation;
import org.jspecify.annotations.Nullable;

/** The work of a job. */
@FunctionalInterface
interface JobWork {

    /**
     * Does the work.
     *
     * @param cancellation ends it
     * @throws io.quanyi.work.WorkCancelled if it was ended
     */
    JobResult run(Cancellation cancellation, ProgressListener progress);

    /** The result as far as it is found while the work is under way; null if nothing can be said before its end. */
    default @Nullable JobResult soFar() {
        return null;
    }
}
