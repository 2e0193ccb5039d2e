package io.quanyi.release.draft.job;

import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Runs jobs one after another, in the order of their arrival, on the threads of publishing. As only one runs at a time,
 * publications find the other threads free.
 */
final class JobLane implements AutoCloseable {

    /** How many jobs may wait. */
    static final int MAX_WAITING = 8;

    private static final long PAUSE_MILLIS = 200;

    private final WorkQueue queue;
    private final Predicate<DraftJob> unneeded;
    private final ThreadPoolExecutor thread;

    /**
     * A lane without jobs.
     *
     * @param queue the threads on which they run
     * @param unneeded whether the result of a job is not needed any more; evaluated repeatedly while it runs
     */
    JobLane(WorkQueue queue, Predicate<DraftJob> unneeded) {
        this.queue = queue;
        this.unneeded = unneeded;
        this.thread =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), work -> {
                    Thread waiting = new Thread(work, "draft-jobs");
                    waiting.setDaemon(true);
                    return waiting;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    /** The turn of a job in the lane. */
    private final class Turn implements Runnable {

        private final DraftJob job;

        Turn(DraftJob job) {
            this.job = job;
        }

        @Override
        public void run() {
            try {
                while (!job.hasEnded()) {
                    runOrPause(job);
                }
            } finally {
                job.failUnlessEnded();
            }
        }
    }

    /**
     * Adds a job in place of others. They are cancelled, unless there is no room for the job.
     *
     * @throws DraftRefused if too many jobs wait
     */
    synchronized void add(DraftJob job, List<DraftJob> others) {
        boolean room = thread.getQueue().remainingCapacity() > 0
                || thread.getQueue().stream().anyMatch(turn -> others.contains(((Turn) turn).job));
        if (!room) {
            throw new DraftRefused(Reason.BUSY);
        }
        others.forEach(this::cancel);
        try {
            thread.execute(new Turn(job));
        } catch (RejectedExecutionException e) {
            throw new DraftRefused(Reason.BUSY);
        }
    }

    /** Cancels a job, and makes room for another one if it still waits. */
    void cancel(DraftJob job) {
        job.cancel();
        thread.getQueue().removeIf(turn -> ((Turn) turn).job == job);
    }

    private void runOrPause(DraftJob job) {
        try {
            queue.run(() -> job.hasEnded() || unneeded.test(job), cancellation -> {
                job.run(cancellation);
                return true;
            });
        } catch (WorkCancelled e) {
            job.cancel();
        } catch (WorkQueueFull e) {
            pause(job);
        }
    }

    /** Leaves the threads to publications for a moment. */
    private void pause(DraftJob job) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.cancel();
            return;
        }
        if (unneeded.test(job)) {
            job.cancel();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
