package io.quanyi.release.impact;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.Subscription;
import io.quanyi.release.job.JobLane;
import io.quanyi.release.job.KeptJobs;
import io.quanyi.release.publish.Publisher;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins, finds and cancels jobs that find the impact between two published releases. Two releases have one that has not ended. It ends without a
 * result once nobody looks at its page any more.
 */
public final class ReleaseImpactJobs {

    private final Publisher publisher;
    private final JobLane lane;
    private final Clock clock;
    private final KeptJobs<ReleaseImpactJob> jobs;

    ReleaseImpactJobs(Publisher publisher, JobLane lane, Clock clock) {
        this.publisher = publisher;
        this.lane = lane;
        this.clock = clock;
        this.jobs = new KeptJobs<>(clock);
    }

    /**
     * Begins a job, or finds the equal one that has not ended. Another one about the same releases is cancelled.
     *
     * @param customers the customers to count beside each sentence; null for no census
     * @throws io.quanyi.source.FaultsFound with the customers whose records neither release accepts
     * @throws io.quanyi.work.WorkQueueFull if too many jobs wait
     */
    public ReleaseImpactJob begin(ComparedReleases releases, @Nullable List<Subscription> customers) {
        if (customers != null) {
            new CensusCheck(releases).of(customers).throwIfAny();
        }
        ImpactTrial work = new ImpactTrial(publisher, releases, null, customers);
        ReleaseImpactJob job = new ReleaseImpactJob(releases, customers, work, clock);
        return jobs.begin(
                lane,
                job,
                other -> other.isAbout(releases.before().id(), releases.after().id()),
                other -> Objects.equals(other.customers(), customers),
                job::isLeft);
    }

    /** The job about two releases that began last, whose page is looked at; empty if none is kept. */
    public Optional<ReleaseImpactJob> newest(ReleaseId before, ReleaseId after) {
        Optional<ReleaseImpactJob> newest = jobs.newest(job -> job.isAbout(before, after));
        newest.ifPresent(ReleaseImpactJob::lookAt);
        return newest;
    }

    /** Cancels a job. One that has ended stays as it is. */
    public void cancel(ReleaseImpactJob job) {
        lane.cancel(job);
    }
}
