package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quanyi.SetClock;
import io.quanyi.log.LogProperties.Decisions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RequestLogLimitTests {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final RequestLogLimit lines = new RequestLogLimit(new LogProperties(Decisions.ALL, 1, 5, 3), clock);
    private final LoggerContext logging = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void start() {
        // As by the binding that SLF4J finds: this context is one of its own
        logging.setMDCAdapter(MDC.getMDCAdapter());
        logging.addTurboFilter(lines);
        written.start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(written);
    }

    @AfterEach
    void stop() {
        MDC.remove(RequestLogLimit.CALLER);
        logging.stop();
    }

    @Test
    void aCallerHasSoManyLinesAMinute() {
        log("10.0.0.1", "any", 10);
        assertThat(written.list).hasSize(3);
        clock.advance(Duration.ofMinutes(1));
        log("10.0.0.1", "any", 10);
        assertThat(written.list).hasSize(6);
        assertThat(lines.takeOmitted()).isEqualTo(14);
        assertThat(lines.takeOmitted()).isZero();
    }

    @Test
    void allCallersTogetherHaveSoMany() {
        for (int i = 0; i < 10; i++) {
            log("10.0.0." + i, "any", 10);
        }
        assertThat(written.list).hasSize(5);
        assertThat(lines.takeOmitted()).isEqualTo(95);
    }

    @Test
    void theServersOwnLinesCountWhoeverCausesThem() {
        log(null, "org.apache.coyote.http11.Http11Processor", 10);
        assertThat(written.list).hasSize(5);
    }

    @Test
    void linesOfNoRequestAndRecordsAreNotBounded() {
        log(null, "io.quanyi.release.live.LiveReleases", 10);
        log("10.0.0.1", "io.quanyi.audit", 10);
        log("10.0.0.1", "io.quanyi.decisions", 10);
        assertThat(written.list).hasSize(30);
    }

    @Test
    void linesThatAreNotWrittenAnywayDoNotCount() {
        MDC.put(RequestLogLimit.CALLER, "10.0.0.1");
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        for (int i = 0; i < 10; i++) {
            logging.getLogger("any").info("a line");
            assertThat(logging.getLogger("any").isWarnEnabled()).isTrue();
        }
        log("10.0.0.1", "any", 3);
        assertThat(written.list).hasSize(3);
    }

    @Test
    void manyCallersTakeNoMemoryWithoutBound() {
        for (int i = 0; i < 100_000; i++) {
            log("10.0." + i, "any", 1);
        }
        assertThat(written.list).hasSize(5);
        assertThat(lines.takeOmitted()).isEqualTo(99_995);
    }

    private void log(@Nullable String caller, String logger, int times) {
        if (caller == null) {
            MDC.remove(RequestLogLimit.CALLER);
        } else {
            MDC.put(RequestLogLimit.CALLER, caller);
        }
        for (int i = 0; i < times; i++) {
            logging.getLogger(logger).warn("a line");
        }
    }
}
