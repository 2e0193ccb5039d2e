package io.quanyi.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Applies the limit of request lines while the service runs, and logs every minute how many lines were left out. */
final class RequestLogReport implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogReport.class);
    private static final long MINUTE = 60;

    private final RequestLogLimit lines;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> reporting;

    RequestLogReport(RequestLogLimit lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void start() {
        logging().addTurboFilter(lines);
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "request-lines");
            made.setDaemon(true);
            return made;
        });
        reporting = started.scheduleWithFixedDelay(this::report, MINUTE, MINUTE, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
            reporting = null;
            logging().getTurboFilterList().remove(lines);
            report();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reporting != null;
    }

    /** Begins before the servers do, and ends after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    void report() {
        long omitted = lines.takeOmitted();
        if (omitted > 0) {
            LOG.warn("{} more lines about requests were left out", omitted);
        }
    }

    private static LoggerContext logging() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
