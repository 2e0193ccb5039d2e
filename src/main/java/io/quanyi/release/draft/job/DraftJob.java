package io.quanyi.release.draft.job;

import io.quanyi.release.draft.Draft;
import io.quanyi.release.job.Job;
import io.quanyi.release.job.JobWork;
import java.time.Clock;

/** A job about one state of a draft. */
public final class DraftJob extends Job<JobResult> {

    private final Draft draft;
    private JobTask task;

    DraftJob(Draft draft, JobTask task, JobWork<? extends JobResult> work, Clock clock) {
        super(work, clock);
        this.draft = draft;
        this.task = task;
    }

    /** The state of the draft that it is about. */
    public Draft draft() {
        return draft;
    }

    /** The task of the job; once it has ended, without the data of customers. */
    public synchronized JobTask task() {
        return task;
    }

    /** Whether it is about a draft with the same base and the same files, as far as its result depends on them: an impact depends on no case. */
    boolean isAbout(Draft other) {
        return isOf(other) && content(draft).equals(content(other));
    }

    /** Whether it is about a draft, in whatever state. */
    boolean isOf(Draft other) {
        return draft.id().equals(other.id());
    }

    private String content(Draft of) {
        return task.kind() == JobTask.Kind.IMPACT ? of.decidingDigest() : of.contentDigest();
    }

    @Override
    protected synchronized void forget() {
        task = task.withoutCustomers();
    }
}
