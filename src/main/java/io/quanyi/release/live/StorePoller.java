package io.quanyi.release.live;

import io.quanyi.release.StateRefused;
import io.quanyi.source.Fault;
import io.quanyi.store.Store;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks the store at a fixed interval while the service runs, and when the store is told of a change. It owns a thread, because an executor would hide errors
 * of the virtual machine that must end the process.
 */
final class StorePoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StorePoller.class);

    private final LiveReleases releases;
    private final Store store;
    private final Duration pause;
    private @Nullable Thread thread;
    private CountDownLatch stopped = new CountDownLatch(1);

    StorePoller(LiveReleases releases, Store store, Duration pause) {
        this.releases = releases;
        this.store = store;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        Thread started = new Thread(() -> poll(end), "store-polling");
        started.setDaemon(true);
        started.start();
        stopped = end;
        thread = started;
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        releases.endChecks();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void poll(CountDownLatch end) {
        guarded(releases::inspect);
        try {
            store.awaitChange(pause);
            while (end.getCount() > 0) {
                guarded(releases::refresh);
                store.awaitChange(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs one check. Its failure does not end the polling. */
    private static void guarded(Runnable look) {
        try {
            StateRefused.guard(Fault.at("", "state-failed"), () -> {
                look.run();
                return look;
            });
        } catch (StateRefused e) {
            LOG.error("looking at the store failed", e);
        }
    }
}
