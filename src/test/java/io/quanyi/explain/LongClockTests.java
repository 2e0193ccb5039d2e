package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An explanation lists all stretches of a target time of months, although the answer leaves out the middle. */
class LongClockTests {

    private static final String LONG = """
        { 'programme': 'kingdee-premium-success',
          'subscription': { 'plan': 'premium', 'product': '星空', 'contract': { 'terms': [
            { 'service': 'online-ticket', 'effect': 'respond-within',
              'target': { 'amount': 2000, 'unit': 'working-day' } } ] } },
          'question': { 'service': 'online-ticket', 'at': '2026-11-24T10:00:00+08:00' } }
        """;

    @Test
    void anAnswerShowsTheEndsOfALongClock() {
        Promise promise = promise();
        assertThat(promise.counted()).hasSize(64);
        assertThat(promise.countedOmitted()).isGreaterThan(1000);
        assertThat(promise.counted().get(63).to()).isEqualTo(promise.dueAt());
    }

    @Test
    void anExplanationShowsTheWholeClock() {
        Promise promise = promise();
        ClockLine clock =
                ShippedExplanations.explained(Language.ENGLISH, LONG).clocks().get(0);
        List<StretchLine> counted =
                clock.stretches().stream().filter(StretchLine::counted).toList();

        assertThat(counted).hasSize(promise.counted().size() + promise.countedOmitted());
        assertThat(counted.stream()
                        .map(StretchLine::seconds)
                        .map(Duration::ofSeconds)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(16_000));
        assertThat(counted.get(counted.size() - 1).to()).isEqualTo(clock.due());
    }

    private static Promise promise() {
        DecisionRequest request = ShippedExplanations.request(LONG);
        return Objects.requireNonNull(new Decider((asked, when) -> ShippedExplanations.release(request.programme()))
                .decide(request, Instant.EPOCH)
                .response());
    }
}
