package io.quanyi.workshop.decide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work on several threads whose results come in the order of the input. Only a few pieces of it are held at any time. */
final class OrderedWork {

    /** How many pieces each thread may have before it, so that none waits while the input is read or a result is written. */
    private static final int AHEAD = 3;

    private OrderedWork() {}

    /** Gives the next piece. */
    interface Input<T> {

        /** The next piece; null after the last one. */
        @Nullable T next() throws Exception;
    }

    /** Takes the next result. */
    interface Sink<R> {

        void take(R result) throws Exception;
    }

    /**
     * Works on all pieces. Input and sink are called by the calling thread. The first exception of either, or of the work, ends it all.
     *
     * @param threads how many threads work
     */
    static <T, R> void run(int threads, Input<T> input, Function<T, R> work, Sink<R> sink) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, OrderedWork::thread);
        Deque<Future<R>> begun = new ArrayDeque<>();
        try {
            for (T piece = input.next(); piece != null; piece = input.next()) {
                T next = piece;
                begun.add(pool.submit(() -> work.apply(next)));
                if (begun.size() >= threads * AHEAD) {
                    sink.take(result(begun.remove()));
                }
            }
            while (!begun.isEmpty()) {
                sink.take(result(begun.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "decide");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
