package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quanyi.SetClock;
import io.quanyi.log.DecisionLog.Answered;
import io.quanyi.log.LogProperties.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DecisionLogTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Answered ANSWERED = new Answered("tiny", 1, "C-1");

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quanyi.decisions");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SetClock clock = new SetClock(NOW);

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(written);
    }

    @Test
    void everyDecisionHasALineIfAllAreLogged() {
        decide(log(Decisions.ALL), 100);
        assertThat(lines()).hasSize(100).allMatch(line -> line.endsWith(" omitted=0"));
    }

    @Test
    void ofASampleALineSaysHowManyWereLeftOutBeforeIt() {
        DecisionLog log = log(Decisions.SAMPLED);
        decide(log, 100);
        assertThat(lines()).hasSize(3);
        clock.advance(Duration.ofSeconds(1));
        decide(log, 1);
        assertThat(lines())
                .hasSize(4)
                .last()
                .asString()
                .contains("service=help")
                .endsWith(" omitted=97");
    }

    @Test
    void noneHasALineIfTheyAreOff() {
        decide(log(Decisions.OFF), 100);
        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allDecisionsAreCountedAndTimedWhateverIsLogged(Decisions which) {
        decide(log(which), 100);
        assertThat(meters.get("quanyi.decisions")
                        .tags("programme", "tiny", "service", "help", "outcome", "ENTITLED")
                        .counter()
                        .count())
                .isEqualTo(100);
        assertThat(meters.get("quanyi.decision.time")
                        .tag("programme", "tiny")
                        .timer()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void nothingThatTheCallerToldStandsInALine() {
        decide(log(Decisions.ALL), 1);
        assertThat(lines().get(0)).doesNotContain("C-1");
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void decide(DecisionLog log, int times) {
        for (int i = 0; i < times; i++) {
            log.decided(ANSWERED, "help", "ENTITLED", 1_000);
        }
    }

    private DecisionLog log(Decisions which) {
        DecisionSpans none = new DecisionSpans(clock, new StaticListableBeanFactory().getBeanProvider(Tracer.class));
        return new DecisionLog(
                new CustomerHash(), new LogProperties(which, 3, 1, 1), clock, new DecisionMetrics(meters), none);
    }
}
