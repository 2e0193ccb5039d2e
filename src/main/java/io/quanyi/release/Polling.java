package io.quanyi.release;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the store again and again, as long as the service runs. */
final class Polling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final LiveReleases releases;
    private final Duration pause;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> looking;

    Polling(LiveReleases releases, Duration pause) {
        this.releases = releases;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "store-polling");
            made.setDaemon(true);
            return made;
        });
        started.execute(() -> guarded(releases::inspect));
        looking = started.scheduleWithFixedDelay(
                () -> guarded(releases::refresh), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** One look that fails must not be the last. */
    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("looking at the store failed", e);
        }
    }
}
