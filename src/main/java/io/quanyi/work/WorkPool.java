package io.quanyi.work;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/**
 * The threads on which long work runs in parallel: one fewer than there are processors, so that whoever asks for a decision always
 * finds one. Parallel streams that begin on them stay on them.
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

    /** Does something on these threads, and waits for it; what it throws is thrown here. */
    public static <T> T on(Supplier<T> work) {
        return ForkJoinTask.getPool() == THREADS
                ? work.get()
                : THREADS.submit(work::get).join();
    }
}
