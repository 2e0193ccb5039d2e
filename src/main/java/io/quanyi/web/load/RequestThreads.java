package io.quanyi.web.load;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the server, few of which take requests in at once: read the head, and refuse or begin. Requests wait for them in one
 * queue, not each on a thread of its own, because a thousand threads that refuse at once leave no processor to those that decide. A
 * thread whose request was let in, or that waits for its caller, makes way for the next by {@link #makeWay}. A thread that takes too long
 * is passed over: another takes requests in beside it, so that nothing that blocks can leave the service deaf.
 */
final class RequestThreads implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RequestThreads.class);

    /** How long a thread may take over one request before another takes requests in beside it. */
    private static final long TOO_LONG_MILLIS = 20;

    private static final long IDLE_SECONDS = 60;

    /** How many requests have to wait before they are a crowd. */
    private static final int CROWD = 16;

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService timer;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore free;
    private final Set<RequestThread> started = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();

    /**
     * Threads that are started as they are needed.
     *
     * @param name the beginning of their names
     * @param atOnce how many take requests in at once
     * @param most how many there are in all: enough for each connection
     * @param timer looks for those that take too long
     */
    RequestThreads(String name, int atOnce, int most, ScheduledExecutorService timer) {
        this.free = new Semaphore(atOnce);
        this.timer = timer;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new RequestThread(this, work, name + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public void execute(Runnable work) {
        waiting.incrementAndGet();
        queue.add(new Waiting(work, System.nanoTime()));
        if (!startIfFree()) {
            watch();
        }
    }

    /** The current thread goes on with its request, or waits: another takes requests in. Nothing where it takes none in. */
    static void makeWay() {
        if (Thread.currentThread() instanceof RequestThread thread) {
            thread.makeWay();
        }
    }

    /**
     * Whether the request that the current thread takes in has waited for longer than that, and so many wait behind it that they would
     * have to wait as long. A few that waited for a processor or the garbage collector are no crowd.
     */
    static boolean isCrowded(long nanos) {
        return Thread.currentThread() instanceof RequestThread thread
                && thread.waited > nanos
                && thread.all.waiting.get() > CROWD;
    }

    /** Ends all threads, and waits for that a while. */
    void end(long millis) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("{} threads go on", threads.getActiveCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startIfFree() {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(this::takeIn);
        } catch (RejectedExecutionException e) {
            LOG.debug("the threads have ended", e);
            free.release();
        }
        return true;
    }

    /** The work of a thread that may take requests in: one after the other, until it has to make way or the queue is empty. */
    private void takeIn() {
        RequestThread thread = (RequestThread) Thread.currentThread();
        thread.begin();
        try {
            do {
                Waiting next = queue.poll();
                if (next == null) {
                    return;
                }
                waiting.decrementAndGet();
                thread.beginNext(next);
                next.work.run();
            } while (thread.isTakingIn() || beginAgain(thread));
        } finally {
            thread.makeWay();
        }
    }

    private boolean beginAgain(RequestThread thread) {
        if (queue.isEmpty() || !free.tryAcquire()) {
            return false;
        }
        thread.begin();
        return true;
    }

    private void giveBack() {
        free.release();
        if (!queue.isEmpty()) {
            startIfFree();
        }
    }

    /** While something waits, those that take too long are looked for. */
    @SuppressWarnings("FutureReturnValueIgnored") // Nothing waits for it, and the next one is scheduled first
    private void watch() {
        if (watched.compareAndSet(false, true)) {
            timer.schedule(this::passOver, TOO_LONG_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void passOver() {
        watched.set(false);
        if (!queue.isEmpty()) {
            watch();
        }
        long latest = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(TOO_LONG_MILLIS);
        started.forEach(thread -> thread.makeWayIfSince(latest));
    }

    /** A request that waits to be taken in since an instant of the system's clock of nanoseconds. */
    private record Waiting(Runnable work, long since) {}

    /** A thread that knows whether it is one of the few that take requests in. */
    private static final class RequestThread extends Thread {

        private static final long NEVER = 0;

        private final RequestThreads all;

        /** When it began to take in the request that it has; {@code NEVER} while it takes none in. */
        private final AtomicLong since = new AtomicLong(NEVER);

        /** Nanoseconds for which the request that it has waited in the queue. */
        private long waited;

        RequestThread(RequestThreads all, Runnable work, String name) {
            super(work, name);
            this.all = all;
        }

        @Override
        public void run() {
            all.started.add(this);
            try {
                super.run();
            } finally {
                all.started.remove(this);
            }
        }

        void begin() {
            since.set(now());
        }

        void beginNext(Waiting next) {
            waited = System.nanoTime() - next.since;
            long before = since.get();
            if (before != NEVER) {
                since.compareAndSet(before, now());
            }
        }

        boolean isTakingIn() {
            return since.get() != NEVER;
        }

        void makeWay() {
            if (since.getAndSet(NEVER) != NEVER) {
                all.giveBack();
            }
        }

        void makeWayIfSince(long latest) {
            long began = since.get();
            if (began != NEVER && began - latest < 0 && since.compareAndSet(began, NEVER)) {
                all.giveBack();
            }
        }

        private static long now() {
            long now = System.nanoTime();
            return now == NEVER ? 1 : now;
        }
    }
}
