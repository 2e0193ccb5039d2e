package io.quanyi.work;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/**
 * The threads for parallel long work: one fewer than processors, so that decisions always find a free one. Parallel
 * streams that start on these threads stay on them.
 */
public final class WorkPool {

    private static final ForkJoinPool THREADS = new ForkJoinPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1), WorkPool::thread, null, false);

    private WorkPool() {}

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("work-" + thread.getPoolIndex());
        thread.setDaemon(true);
        return thread;
    }

    /** Runs work on these threads and waits for it; its exceptions are thrown here. */
    public static <T> T on(Supplier<T> work) {
        return ForkJoinTask.getPool() == THREADS
                ? work.get()
                : THREADS.submit(work::get).join();
    }
}
