package io.quanyi.work;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A bounded queue of long work with a fixed number of threads, in the order of arrival. The caller waits: its work is
 * cancelled if the caller is abandoned or the queue stops.
 */
public final class WorkQueue {

    /** The interval at which the queue checks whether the caller was abandoned. */
    private static final long LOOK_MILLIS = 200;

    /** How many more intervals the queue waits for cancelled work, so that a store in progress is still reported. */
    private static final int LAST_LOOKS = 5;

    private final Duration patience;
    private final ThreadPoolExecutor threads;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * A queue whose threads end when there is no work.
     *
     * @param atOnce how much work runs at once
     * @param waiting how much work may wait for a thread
     * @param patience how long work may wait for a thread
     */
    public WorkQueue(int atOnce, int waiting, Duration patience) {
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                atOnce, atOnce, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting, true), work -> {
                    Thread thread = new Thread(work, "long-work");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** How long work may wait for a thread. */
    public Duration patience() {
        return patience;
    }

    /**
     * Runs work and waits for it; its exceptions are thrown here.
     *
     * @param abandoned whether the caller has gone; evaluated repeatedly on the caller's thread
     * @param work the work, with the cancellation that ends it
     * @throws WorkQueueFull if too much work waits, or this work has waited too long
     * @throws WorkCancelled if the work was cancelled
     */
    public <T> T run(BooleanSupplier abandoned, Function<Cancellation, T> work) {
        Cancellation cancellation = new Cancellation();
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<T> task = new FutureTask<>(() -> {
            begun.countDown();
            cancellation.check();
            return work.apply(cancellation);
        });
        running.add(cancellation);
        try {
            threads.execute(task);
            return await(task, begun, cancellation, abandoned);
        } catch (RejectedExecutionException e) {
            throw new WorkQueueFull();
        } finally {
            threads.remove(task);
            running.remove(cancellation);
        }
    }

    private <T> T await(
            FutureTask<T> task, CountDownLatch begun, Cancellation cancellation, BooleanSupplier abandoned) {
        long late = System.nanoTime() + patience.toNanos();
        int lastLooks = LAST_LOOKS;
        while (true) {
            if (stopped || abandoned.getAsBoolean()) {
                cancellation.cancel();
            }
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancellation.isCancelled() && (threads.remove(task) || lastLooks-- == 0)) {
                    throw new WorkCancelled();
                }
                if (System.nanoTime() - late >= 0 && begun.getCount() > 0 && threads.remove(task)) {
                    throw new WorkQueueFull();
                }
            } catch (InterruptedException e) {
                cancellation.cancel();
                Thread.currentThread().interrupt();
                throw new WorkCancelled();
            } catch (ExecutionException e) {
                throw thrown(e);
            }
        }
    }

    private static RuntimeException thrown(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** Accepts work from now on. */
    public void start() {
        stopped = false;
    }

    /** Cancels all work, and accepts no more. */
    public void stop() {
        stopped = true;
        running.forEach(Cancellation::cancel);
    }

    /** Whether the queue is stopped. */
    public boolean isStopped() {
        return stopped;
    }
}
