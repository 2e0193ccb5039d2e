package io.quanyi.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short work that is done again after each pause, on a daemon thread of its own. An exception is logged and does not end the repetition. It owns a
 * thread, because an executor would hide errors of the virtual machine that must end the process.
 */
public final class RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * Work that does not run yet.
     *
     * @param name the name of the thread
     * @param pause the time before the first run, and between the end of a run and the next
     */
    public RepeatedWork(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Begins the repetition. */
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        Thread started = new Thread(() -> repeat(end), name);
        started.setDaemon(true);
        started.start();
        stopped = end;
        thread = started;
    }

    /** Ends the repetition, and interrupts a run. */
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    /** Whether it was started and not stopped. */
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void repeat(CountDownLatch end) {
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed, and goes on", name, e);
        }
    }
}
