package io.quanyi.release.job;

import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs jobs one after another, in the order of their arrival, on the threads of publishing. As only one runs at a time,
 * publications find the other threads free.
 */
public final class JobLane implements AutoCloseable {

    /** How many jobs may wait. */
    public static final int MAX_WAITING = 8;

    private static final long PAUSE_MILLIS = 200;

    private final WorkQueue queue;
    private final ThreadPoolExecutor thread;

    /**
     * A lane without jobs.
     *
     * @param queue the threads on which they run
     */
    public JobLane(WorkQueue queue) {
        this.queue = queue;
        this.thread =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), work -> {
                    Thread waiting = new Thread(work, "jobs");
                    waiting.setDaemon(true);
                    return waiting;
                });
        thread.allowCoreThreadTimeOut(true);
    }

    /** The turn of a job in the lane. */
    private final class Turn implements Runnable {

        private final Job<?> job;
        private final BooleanSupplier unneeded;

        Turn(Job<?> job, BooleanSupplier unneeded) {
            this.job = job;
            this.unneeded = unneeded;
        }

        @Override
        public void run() {
            try {
                while (!job.hasEnded()) {
                    runOrPause(job, unneeded);
                }
            } finally {
                job.failUnlessEnded();
            }
        }
    }

    /**
     * Adds a job in place of others. They are cancelled, unless there is no room for the job.
     *
     * @param unneeded whether the result of the job is not needed any more; evaluated repeatedly until it ends
     * @throws WorkQueueFull if too many jobs wait
     */
    public synchronized void add(Job<?> job, List<? extends Job<?>> others, BooleanSupplier unneeded) {
        boolean room = thread.getQueue().remainingCapacity() > 0
                || thread.getQueue().stream().anyMatch(turn -> others.contains(((Turn) turn).job));
        if (!room) {
            throw new WorkQueueFull();
        }
        others.forEach(this::cancel);
        try {
            thread.execute(new Turn(job, unneeded));
        } catch (RejectedExecutionException e) {
            throw new WorkQueueFull();
        }
    }

    /** Cancels a job, and makes room for another one if it still waits. */
    public void cancel(Job<?> job) {
        job.cancel();
        thread.getQueue().removeIf(turn -> ((Turn) turn).job == job);
    }

    private void runOrPause(Job<?> job, BooleanSupplier unneeded) {
        try {
            queue.run(() -> job.hasEnded() || unneeded.getAsBoolean(), cancellation -> {
                job.run(cancellation);
                return true;
            });
        } catch (WorkCancelled e) {
            job.cancel();
        } catch (WorkQueueFull e) {
            pause(job, unneeded);
        }
    }

    /** Leaves the threads to publications for a moment. */
    private void pause(Job<?> job, BooleanSupplier unneeded) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.cancel();
            return;
        }
        if (unneeded.getAsBoolean()) {
            job.cancel();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
