package io.quanyi.release.draft.job;

import io.quanyi.release.StateRefused;
import io.quanyi.release.draft.Draft;
import io.quanyi.source.Fault;
import io.quanyi.work.Cancellation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job: work about one state of a draft, with how far it is. It ends once, and then changes no more. */
public final class DraftJob {

    private static final Fault FAILED = Fault.at("", "state-failed");

    /** The states of a job. */
    public enum State {
        /** A job that waits for other work. */
        WAITING,
        /** A job whose work is under way. */
        RUNNING,
        /** A job with a result. */
        DONE,
        /** A job without a result, for reasons that are stated. */
        FAILED,
        /** A job that was ended because its result is not needed any more. */
        CANCELLED
    }

    /** How many of a number of steps are done. */
    public record Progress(int done, int of) {}

    /**
     * How far a job is.
     *
     * @param progress null while it is not known
     * @param result null unless it is done
     * @param faults why it failed
     * @param endedAt when it ended; null before
     */
    public record Status(
            State state,
            @Nullable Progress progress,
            @Nullable JobResult result,
            List<Fault> faults,
            @Nullable Instant endedAt) {

        /** Keeps a copy. */
        public Status {
            faults = List.copyOf(faults);
        }
    }

    private final String id = UUID.randomUUID().toString();
    private final Draft draft;
    private final Clock clock;
    private JobTask task;
    private @Nullable JobWork work;
    private Status status = new Status(State.WAITING, null, null, List.of(), null);

    DraftJob(Draft draft, JobTask task, JobWork work, Clock clock) {
        this.draft = draft;
        this.task = task;
        this.work = work;
        this.clock = clock;
    }

    /** Its id, which no other job ever has. */
    public String id() {
        return id;
    }

    /** The state of the draft that it is about. */
    public Draft draft() {
        return draft;
    }

    /** The task of the job; once it has ended, without the data of customers. */
    public synchronized JobTask task() {
        return task;
    }

    /** The state of the job, its progress and its result. */
    public synchronized Status status() {
        return status;
    }

    /** The result of the job as far as it is found; null if it has ended, and before anything is found. */
    public @Nullable JobResult soFar() {
        JobWork begun = work();
        return begun == null ? null : begun.soFar();
    }

    private synchronized @Nullable JobWork work() {
        return work;
    }

    synchronized boolean hasEnded() {
        return status.endedAt() != null;
    }

    /** Whether it is about a draft with the same base and the same files, as far as its result depends on them: an impact depends on no case. */
    boolean isAbout(Draft other) {
        return draft.id().equals(other.id()) && content(draft).equals(content(other));
    }

    private String content(Draft of) {
        return task.kind() == JobTask.Kind.IMPACT ? of.decidingDigest() : of.contentDigest();
    }

    /**
     * Does the work on this thread, unless the job has ended.
     *
     * @throws io.quanyi.work.WorkCancelled if the work was ended
     */
    void run(Cancellation cancellation) {
        JobWork begun = begin();
        if (begun == null) {
            return;
        }
        try {
            JobResult result = StateRefused.guard(FAILED, () -> begun.run(cancellation, this::progress));
            end(State.DONE, result, List.of());
        } catch (StateRefused e) {
            fail(e.faults());
        }
    }

    private synchronized @Nullable JobWork begin() {
        if (!hasEnded()) {
            status = new Status(State.RUNNING, status.progress(), null, List.of(), null);
        }
        return work;
    }

    private synchronized void progress(int done, int of) {
        Progress last = status.progress();
        if (!hasEnded() && (last == null || last.done() < done)) {
            status = new Status(State.RUNNING, new Progress(done, of), null, List.of(), null);
        }
    }

    /** Ends the job without a result, because the result is not needed any more. */
    void cancel() {
        end(State.CANCELLED, null, List.of());
    }

    /** Ends the job, if it has not ended, because the service failed. */
    void failUnlessEnded() {
        fail(List.of(FAILED));
    }

    private void fail(List<Fault> faults) {
        end(State.FAILED, null, faults);
    }

    private synchronized void end(State state, @Nullable JobResult result, List<Fault> faults) {
        if (!hasEnded()) {
            status = new Status(state, status.progress(), result, faults, clock.instant());
            // It holds a loaded release, and customers
            work = null;
            task = task.withoutCustomers();
        }
    }
}
