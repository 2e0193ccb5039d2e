package io.quanyi.release;

import static io.quanyi.release.SampleTimelines.at;
import static io.quanyi.release.SampleTimelines.entry;
import static io.quanyi.release.SampleTimelines.instant;
import static io.quanyi.release.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Written;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServedReleasesTests {

    private final ServedReleases served =
            new ServedReleases(List.of(timeline(entry(1, "02-01", "01-01"), entry(2, "06-01", "05-01"))));

    @Test
    void aQuestionIsPlacedByItsInstant() {
        assertThat(placed(request("tiny", null, null), "03-01")).isEqualTo(1);
        assertThat(placed(request("tiny", null, null), "06-01")).isEqualTo(2);
    }

    @Test
    void aPinnedReleaseDecidesWhateverIsInForce() {
        assertThat(placed(request("tiny", 2, null), "01-15")).isEqualTo(2);
        assertThat(placed(request("tiny", 1, "2000-01-01T00:00:00Z"), "07-01")).isEqualTo(1);
    }

    @Test
    void aQuestionMayBePlacedByWhatWasKnown() {
        assertThat(placed(request("tiny", null, "2026-04-30T00:00:00+08:00"), "07-01"))
                .isEqualTo(1);
        assertThat(placed(request("tiny", null, "2026-05-01T00:00:00+08:00"), "07-01"))
                .isEqualTo(2);
    }

    @Test
    void aProgrammeThatIsNotThereIsRefused() {
        assertThat(refused(request("huge", null, null), "03-01"))
                .containsExactly(" /programme unknown-programme [huge]");
    }

    @Test
    void aReleaseThatIsNotThereIsRefused() {
        assertThat(refused(request("tiny", 3, null), "03-01")).containsExactly(" /release unknown-release [tiny, 3]");
    }

    @Test
    void anInstantBeforeAnyReleaseIsRefused() {
        assertThat(refused(request("tiny", null, null), "01-31"))
                .containsExactly(" /question/at no-release-in-force [tiny, 2026-01-30T16:00:00Z]");
    }

    @Test
    void anInstantOfKnowledgeBeforeAnyPublicationIsNamed() {
        assertThat(refused(request("tiny", null, "2025-12-31T00:00:00Z"), "07-01"))
                .containsExactly(" /knownAt no-release-known [tiny, 2025-12-31T00:00:00Z, 2026-06-30T16:00:00Z]");
    }

    @Test
    void bothInstantsAreNamedIfNeitherHasARelease() {
        assertThat(refused(request("tiny", null, "2025-12-31T00:00:00Z"), "01-31"))
                .extracting(line -> line.split(" ", -1)[1])
                .containsExactlyInAnyOrder("/question/at", "/knownAt");
    }

    @Test
    void theProgrammesAndReleasesThatThereAreAreListed() {
        assertThat(refusal(request("huge", null, null), "03-01").faults().get(0).known())
                .containsExactly("tiny");
        assertThat(refusal(request("tiny", 3, null), "03-01").faults().get(0).known())
                .containsExactly("1", "2");
    }

    @Test
    void aRefusalSaysWhatItIsAndAtWhichStage() {
        RequestRefused refused = refusal(request("tiny", null, null), "01-31");
        assertThat(refused.code()).isEqualTo("no-release-in-force");
        assertThat(refused.stage()).isEqualTo(RequestRefused.Stage.NO_RELEASE);
        assertThat(refusal(request("huge", null, null), "03-01").code()).isEqualTo("unknown-programme");
    }

    private int placed(DecisionRequest request, String at) {
        return served.resolve(request, instant(at)).id().number();
    }

    private List<String> refused(DecisionRequest request, String at) {
        return refusal(request, at).faults().stream().map(Written::line).toList();
    }

    private RequestRefused refusal(DecisionRequest request, String at) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> served.resolve(request, instant(at)));
        assertThat(refused.faults()).extracting(Fault::code).isNotEmpty();
        return refused;
    }

    private static DecisionRequest request(String programme, @Nullable Integer release, @Nullable String knownAt) {
        Faults faults = new Faults();
        DecisionRequest bare = new RecordBinder(faults)
                .bind(
                        Written.json(Map.of(
                                "programme", programme,
                                "subscription", Map.of("plan", "low"),
                                "question", Map.of("service", "help"))),
                        DecisionRequest.class);
        DecisionRequest request = Objects.requireNonNull(bare);
        return new DecisionRequest(
                request.programme(),
                release,
                knownAt == null ? null : at(knownAt),
                request.subscription(),
                request.question());
    }
}
