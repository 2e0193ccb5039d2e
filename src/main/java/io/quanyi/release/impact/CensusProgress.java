package io.quanyi.release.impact;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.ProgressListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a comparison and of the count of customers after it: each is half of the steps, because services and customers are too
 * different to be added. Without customers the comparison is all of it.
 */
final class CensusProgress {

    private final ProgressListener progress;
    private final int customers;

    /** The steps of the comparison, which are the same at each call. */
    private volatile int steps = 1;

    CensusProgress(ProgressListener progress, @Nullable List<Subscription> census) {
        this.progress = progress;
        this.customers = census == null ? 0 : census.size();
    }

    /** Reports a step of the comparison. */
    void compared(int done, int of) {
        steps = Math.max(1, of);
        progress.done(done, customers == 0 ? of : of + steps);
    }

    /** Reports how many customers are counted. */
    void counted(long done) {
        progress.done(steps + (int) (done * steps / customers), 2 * steps);
    }
}
