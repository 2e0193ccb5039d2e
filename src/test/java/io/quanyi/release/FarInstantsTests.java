package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.TinyRules;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that instants, days and target times at the ends of the supported range are answered or refused with a text.
 */
class FarInstantsTests {

    private final ProgrammeRelease release = RulesTree.load(TinyRules.sealed().tree())
            .timeline("tiny")
            .orElseThrow()
            .release(1)
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "1990-01-01T00:00:00+18:00, true",
        "2199-12-27T10:00:00+08:00, true",
        "2199-12-31T17:00:00+08:00, false",
        "2199-12-31T16:00:00Z, false",
        "2199-12-31T23:59:59-18:00, false"
    })
    void anAnswerThatLiesBeyondWhatIsCountedIsRefusedInWords(String at, boolean answered) {
        DecisionRequest request = request("high", "\"at\":\"%s\"".formatted(at), "");
        if (answered) {
            assertThat(Decider.decide(CheckedQuestion.of(request, release, instant(request)))
                            .response())
                    .isNotNull();
        } else {
            assertThatThrownBy(() -> Decider.decide(CheckedQuestion.of(request, release, instant(request))))
                    .isInstanceOfSatisfying(
                            RequestRefused.class,
                            refused -> assertThat(refused.faults())
                                    .singleElement()
                                    .satisfies(fault -> {
                                        assertThat(fault.code()).isEqualTo("answer-beyond-reach");
                                        assertThat(fault.pointer()).isEqualTo("/question/at");
                                    }));
        }
    }

    @Test
    void aMatrixOfTheLastEveningIsWritten() {
        assertThat(Matrix.of(release, Instant.parse("2199-12-31T16:00:00Z")).rows())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"serviceStart\":\"0000-01-01\",\"serviceEnd\":\"9999-12-31\"",
                "\"serviceStart\":\"9999-12-31\",\"serviceEnd\":\"9999-12-31\"",
                "\"serviceStart\":\"0000-01-01\",\"serviceEnd\":\"0000-01-01\"",
                "\"firstPurchase\":{\"serviceStart\":\"0000-02-29\",\"serviceEnd\":\"9999-12-31\"}",
                "\"customerTimeZone\":\"Pacific/Kiritimati\",\"serviceStart\":\"2199-12-31\""
            })
    void daysOfAnyYearAreAnswered(String stated) {
        for (String plan : new String[] {"low", "high"}) {
            for (String start : new String[] {"0000-01-01", "9999-12-31"}) {
                DecisionRequest request = request(
                        plan,
                        "\"at\":\"2026-06-01T16:00:00+08:00\",\"requestedStart\":\"%s\"".formatted(start),
                        "," + stated);
                assertThat(Decider.decide(CheckedQuestion.of(request, release, instant(request))))
                        .isNotNull();
            }
        }
    }

    private static Instant instant(DecisionRequest request) {
        return Objects.requireNonNull(request.question().at()).toInstant();
    }

    private static DecisionRequest request(String plan, String question, String subscription) {
        String json = """
                {"programme":"tiny","subscription":{"plan":"%s","product":"thing"%s},"question":{"service":"help",%s}}
                """.formatted(plan, subscription, question);
        Faults faults = new Faults();
        DecisionRequest request = new RecordBinder(faults)
                .bind(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)), DecisionRequest.class);
        assertThat(faults.sorted()).isEmpty();
        return Objects.requireNonNull(request);
    }
}
