package io.quanyi.log;

import ch.qos.logback.classic.LoggerContext;
import io.quanyi.work.RepeatedWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Applies the limit of request lines while the service runs, and logs every minute how many lines were left out. */
final class RequestLogReport implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLogReport.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RequestLogLimit lines;
    private final RepeatedWork reports = new RepeatedWork("request-lines", MINUTE, this::report);

    RequestLogReport(RequestLogLimit lines) {
        this.lines = lines;
    }

    @Override
    public void start() {
        logging().addTurboFilter(lines);
        reports.start();
    }

    @Override
    public void stop() {
        if (reports.isRunning()) {
            reports.stop();
            logging().getTurboFilterList().remove(lines);
            report();
        }
    }

    @Override
    public boolean isRunning() {
        return reports.isRunning();
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
