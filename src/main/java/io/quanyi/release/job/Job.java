package io.quanyi.release.job;

import io.quanyi.release.StateRefused;
import io.quanyi.source.Fault;
import io.quanyi.work.Cancellation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job: long work with its state, its progress and its result. It ends once, and then changes no more.
 *
 * @param <R> the result
 */
public class Job<R> {

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
     * @param <R> the result of the job
     * @param progress null while it is not known
     * @param result null unless it is done
     * @param faults why it failed
     * @param endedAt when it ended; null before
     */
    public record Status<R>(
            State state,
            @Nullable Progress progress,
            @Nullable R result,
            List<Fault> faults,
            @Nullable Instant endedAt) {

        /** Keeps a copy. */
        public Status {
            faults = List.copyOf(faults);
        }
    }

    private final String id = UUID.randomUUID().toString();
    private final Clock clock;
    private @Nullable JobWork<? extends R> work;
    private Status<R> status = new Status<>(State.WAITING, null, null, List.of(), null);

    /** A job that waits. */
    protected Job(JobWork<? extends R> work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Its id, which no other job ever has. */
    public String id() {
        return id;
    }

    /** The state of the job, its progress and its result. */
    public synchronized Status<R> status() {
        return status;
    }

    /** The result of the job as far as it is found; null if it has ended, and before anything is found. */
    public @Nullable R soFar() {
        JobWork<? extends R> begun = work();
        return begun == null ? null : begun.soFar();
    }

    private synchronized @Nullable JobWork<? extends R> work() {
        return work;
    }

    /** Whether it has ended, with a result or without. */
    public synchronized boolean hasEnded() {
        return status.endedAt() != null;
    }

    /**
     * Does the work on this thread, unless the job has ended.
     *
     * @throws io.quanyi.work.WorkCancelled if the work was ended
     */
    public void run(Cancellation cancellation) {
        JobWork<? extends R> begun = begin();
        if (begun == null) {
            return;
        }
        try {
            R result = StateRefused.guard(FAILED, () -> begun.run(cancellation, this::progress));
            end(State.DONE, result, List.of());
        } catch (StateRefused e) {
            fail(e.faults());
        }
    }

    private synchronized @Nullable JobWork<? extends R> begin() {
        if (!hasEnded()) {
            status = new Status<>(State.RUNNING, status.progress(), null, List.of(), null);
        }
        return work;
    }

    private synchronized void progress(int done, int of) {
        Progress last = status.progress();
        if (!hasEnded() && (last == null || last.done() < done)) {
            status = new Status<>(State.RUNNING, new Progress(done, of), null, List.of(), null);
        }
    }

    /** Ends the job without a result, because the result is not needed any more. */
    public void cancel() {
        end(State.CANCELLED, null, List.of());
    }

    /** Ends the job, if it has not ended, because the service failed. */
    void failUnlessEnded() {
        fail(List.of(FAILED));
    }

    private void fail(List<Fault> faults) {
        end(State.FAILED, null, faults);
    }

    private synchronized void end(State state, @Nullable R result, List<Fault> faults) {
        if (!hasEnded()) {
            status = new Status<>(state, status.progress(), result, faults, clock.instant());
            // It holds loaded releases
            work = null;
            forget();
        }
    }

    /** Forgets, at the end, what only the work needs. */
    protected void forget() {}
}
