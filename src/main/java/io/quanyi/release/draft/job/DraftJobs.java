package io.quanyi.release.draft.job;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.draft.DraftTrials.Loaded;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.impact.CensusCheck;
import io.quanyi.release.impact.ComparedReleases;
import io.quanyi.release.impact.ImpactTrial;
import io.quanyi.release.job.JobLane;
import io.quanyi.release.job.JobWork;
import io.quanyi.release.job.KeptJobs;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publisher;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.work.WorkQueueFull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Begins, shows and cancels jobs of drafts. A draft has one job of a kind that has not ended. The jobs, with their results,
 * are in memory.
 */
public final class DraftJobs {

    private final DraftService drafts;
    private final DraftTrials trials;
    private final LiveReleases releases;
    private final Publisher publisher;
    private final Clock clock;
    private final JobLane lane;
    private final KeptJobs<DraftJob> jobs;

    DraftJobs(
            DraftService drafts,
            DraftTrials trials,
            LiveReleases releases,
            Publisher publisher,
            JobLane lane,
            Clock clock) {
        this.drafts = drafts;
        this.trials = trials;
        this.releases = releases;
        this.publisher = publisher;
        this.clock = clock;
        this.jobs = new KeptJobs<>(clock);
        this.lane = lane;
    }

    /**
     * The result of a call that begins a job.
     *
     * @param repeated whether an earlier, equal call has begun it, and it has not ended
     */
    public record Begun(DraftJob job, boolean repeated) {}

    /**
     * A job beside its draft.
     *
     * @param stale whether the files of the draft that its result depends on have changed since the job began
     */
    public record Found(DraftJob job, boolean stale) {}

    /**
     * Begins a job, or finds the equal one that has not ended. Another one of its kind about the same draft is cancelled.
     *
     * @throws DraftRefused if there is no such draft, it cannot be tried, or too many jobs wait
     * @throws FaultsFound with the customers of its census whose records neither the draft nor its base accepts
     */
    public Begun begin(String programme, String id, JobTask task) {
        Loaded loaded = trials.load(programme, id);
        refuse(loaded, task);
        DraftJob job = new DraftJob(loaded.draft(), task, work(loaded, task), clock);
        return begin(job);
    }

    private void refuse(Loaded loaded, JobTask task) {
        if (task.census() != null) {
            new CensusCheck(compared(loaded, task)).of(task.census()).throwIfAny();
        }
    }

    private Begun begin(DraftJob job) {
        try {
            DraftJob begun = jobs.begin(
                    lane,
                    job,
                    other -> other.isOf(job.draft())
                            && other.task().kind() == job.task().kind(),
                    other -> other.isAbout(job.draft()) && other.task().equals(job.task()),
                    () -> isUnneeded(job));
            return new Begun(begun, !begun.id().equals(job.id()));
        } catch (WorkQueueFull e) {
            throw new DraftRefused(Reason.BUSY);
        }
    }

    private JobWork<? extends JobResult> work(Loaded loaded, JobTask task) {
        return switch (task.kind()) {
            case TEST -> new CaseTrial(loaded, trials.cases(loaded));
            case MUTATIONS -> new MutationTrial(loaded, trials.cases(loaded));
            case IMPACT ->
                new ImpactTrial(publisher, compared(loaded, task), task.requests(), task.census()).then(Compared::new);
        };
    }

    private ComparedReleases compared(Loaded loaded, JobTask task) {
        return new ComparedReleases(base(loaded.draft()), loaded.release(), at(loaded, task));
    }

    private ProgrammeRelease base(Draft draft) {
        return releases.current()
                .releases()
                .timeline(draft.programme())
                .flatMap(timeline -> timeline.release(draft.base()))
                .orElseThrow();
    }

    private Instant at(Loaded loaded, JobTask task) {
        if (task.at() != null) {
            return task.at();
        }
        DraftPlan plan = loaded.draft().plan();
        return plan == null || plan.effectiveFrom() == null
                ? clock.instant()
                : plan.effectiveFrom().toInstant();
    }

    /**
     * A job of a draft. One that has not ended is cancelled if the draft has changed.
     *
     * @throws DraftRefused if there is no such draft or job
     */
    public Found find(String programme, String id, String job) {
        Draft draft = drafts.find(programme, id).draft();
        return found(
                draft,
                jobs.find(job)
                        .filter(one -> one.isOf(draft))
                        .orElseThrow(() -> new DraftRefused(Reason.NOTHING, Fault.at("", "unknown-draft-job", job))));
    }

    /**
     * The job of a kind about a draft that began last. One that has not ended is cancelled if the draft has changed.
     *
     * @return empty if none is remembered
     * @throws DraftRefused if there is no such draft
     */
    public Optional<Found> newest(String programme, String id, JobTask.Kind kind) {
        Draft draft = drafts.find(programme, id).draft();
        return jobs.newest(job -> job.isOf(draft) && job.task().kind() == kind).map(job -> found(draft, job));
    }

    private Found found(Draft draft, DraftJob found) {
        boolean stale = !found.isAbout(draft);
        if (stale) {
            lane.cancel(found);
        }
        return new Found(found, stale);
    }

    /**
     * Cancels a job. One that has ended stays as it is.
     *
     * @throws DraftRefused if there is no such draft or job
     */
    public Found cancel(String programme, String id, String job) {
        Found found = find(programme, id, job);
        lane.cancel(found.job());
        return found;
    }

    /** Whether the draft of a job was changed or removed. A store that fails for a moment ends no job. */
    private boolean isUnneeded(DraftJob job) {
        try {
            return !job.isAbout(
                    drafts.find(job.draft().programme(), job.draft().id()).draft());
        } catch (DraftRefused e) {
            return e.reason() == Reason.NOTHING;
        }
    }
}
