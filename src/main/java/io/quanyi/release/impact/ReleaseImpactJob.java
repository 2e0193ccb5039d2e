package io.quanyi.release.impact;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.Subscription;
import io.quanyi.release.job.AwaitedJob;
import io.quanyi.release.job.JobWork;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The job that finds the impact between two published releases. As they never change, its result holds for good. */
public final class ReleaseImpactJob extends AwaitedJob<ImpactReports> {

    private final ReleaseId before;
    private final ReleaseId after;
    private @Nullable List<Subscription> customers;

    ReleaseImpactJob(
            ComparedReleases releases,
            @Nullable List<Subscription> customers,
            JobWork<ImpactReports> work,
            Clock clock) {
        super(work, clock);
        this.before = releases.before().id();
        this.after = releases.after().id();
        this.customers = customers;
    }

    /** Whether it is about two releases, in this order. */
    boolean isAbout(ReleaseId earlier, ReleaseId later) {
        return before.equals(earlier) && after.equals(later);
    }

    /** The customers to count; null for none, and once it has ended. */
    synchronized @Nullable List<Subscription> customers() {
        return customers;
    }

    @Override
    protected synchronized void forget() {
        customers = null;
    }
}
