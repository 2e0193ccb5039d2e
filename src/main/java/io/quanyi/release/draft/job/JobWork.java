package io.quanyi.release.draft.job;

import io.quanyi.impact.ProgressListener;
import io.quanyi.work.Cancellation;

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
}
