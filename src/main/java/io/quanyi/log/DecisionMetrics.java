package io.quanyi.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Metrics of decisions: how many there were and how long they took, and of refused requests by code. Labels are ids of catalogues and codes of
 * the service, never a word of a caller, so that no caller can make more of them.
 */
@Component
class DecisionMetrics {

    private final MeterProvider<Counter> decisions;
    private final MeterProvider<Timer> times;
    private final MeterProvider<Counter> refusals;

    DecisionMetrics(MeterRegistry meters) {
        this.decisions = Counter.builder("quanyi.decisions")
                .description("Decisions about one service each")
                .withRegistry(meters);
        this.times = Timer.builder("quanyi.decision.time")
                .description(
                        "How long decisions about one service took, without reading the request and writing the answer")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500))
                .withRegistry(meters);
        this.refusals = Counter.builder("quanyi.refusals")
                .description("Requests for decisions, sheets and alternatives that could not be decided")
                .withRegistry(meters);
    }

    /** Counts a decision about a service that the catalogue of the release has. */
    void decided(String programme, String service, String outcome, long nanos) {
        decisions
                .withTags("programme", programme, "service", service, "outcome", outcome)
                .increment();
        times.withTag("programme", programme).record(Duration.ofNanos(nanos));
    }

    /** Counts a refusal by the code of its problem. */
    void refused(String code) {
        refusals.withTag("code", code).increment();
    }
}
