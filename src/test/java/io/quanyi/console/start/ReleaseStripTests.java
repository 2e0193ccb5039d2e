package io.quanyi.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline.Span;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests of the bars for the releases of a programme. */
class ReleaseStripTests {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void eachSpanIsABarAndThePresentALine() {
        List<Span> spans = List.of(span(null, MAY), span(MAY, JULY), span(JULY, null));
        assertThat(ReleaseStrip.of(spans, JUNE))
                .containsExactly(Map.of(
                        "bars",
                        List.of(bar(0, 100, "over"), bar(100, 800, "now"), bar(900, 100, "coming")),
                        "now",
                        506));
    }

    @Test
    void theReleaseThatBeginsNowIsInForce() {
        List<Span> spans = List.of(span(null, JUNE), span(JUNE, null));
        assertThat(bars(spans, JUNE)).isEqualTo(List.of(bar(0, 100, "over"), bar(100, 900, "now")));
        assertThat(bars(spans, JUNE.minusSeconds(1))).isEqualTo(List.of(bar(0, 100, "now"), bar(100, 900, "coming")));
    }

    @Test
    void spansThatAreShorterThanAUnitAreStillSeen() {
        List<Span> spans = List.of(span(MAY, MAY.plusSeconds(1)), span(MAY.plusSeconds(1), null));
        assertThat(bars(spans, JULY).get(0)).isEqualTo(bar(100, 1, "over"));
    }

    @Test
    void oneReleaseIsNoStrip() {
        assertThat(ReleaseStrip.of(List.of(span(null, null)), JUNE)).isEmpty();
        assertThat(ReleaseStrip.of(List.of(), JUNE)).isEmpty();
    }

    private static List<?> bars(List<Span> spans, Instant now) {
        return (List<?>)
                Objects.requireNonNull(ReleaseStrip.of(spans, now).get(0).get("bars"));
    }

    private static Map<String, Object> bar(int x, int width, String kind) {
        return Map.of("x", x, "width", width, "kind", kind);
    }

    private static Span span(@Nullable Instant from, @Nullable Instant to) {
        LedgerEntry entry = new LedgerEntry(
                1,
                "1",
                "1",
                "1",
                null,
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                "somebody",
                null,
                null,
                null,
                null,
                "sha256:0");
        return new Span(from, to, entry);
    }
}
