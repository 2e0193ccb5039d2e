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
 * Threads that do so much long work at once, each piece in the order in which it came. The caller waits beside its work: when nobody
 * waits for the caller, the work ends; when the queue stops, all work does.
 */
public final class WorkQueue {

    /** How often it is looked whether somebody still waits. */
    private static final long LOOK_MILLIS = 200;

    /** How often more it is looked whether ended work has ended: what was being stored at that moment is still told of. */
    private static final int LAST_LOOKS = 5;

    private final Duration patience;
    private final ThreadPoolExecutor threads;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * Threads that end when there is nothing to do.
     *
     * @param atOnce how much work is done at once
     * @param waiting how much may wait for a thread
     * @param patience how long it may wait for one
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

    /** How long work waits for a thread at most. */
    public Duration patience() {
        return patience;
    }

    /**
     * Does some work and waits for it; what it throws is thrown here.
     *
     * @param abandoned whether nobody waits for the caller any more; asked again and again, on the caller's thread
     * @param work what is done, with the switch that ends it
     * @throws WorkQueueFull if too much waits already, or it has waited too long
     * @throws WorkCancelled if it was ended
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

    /** Takes work from now on. */
    public void start() {
        stopped = false;
    }

    /** Ends all work, and takes no more. */
    public void stop() {
        stopped = true;
        running.forEach(Cancellation::cancel);
    }

    /** Whether no work is taken. */
    public boolean isStopped() {
        return stopped;
    }
}
