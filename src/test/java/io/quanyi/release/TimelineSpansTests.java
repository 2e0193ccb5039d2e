package io.quanyi.release;

import static io.quanyi.release.SampleTimelines.entry;
import static io.quanyi.release.SampleTimelines.instant;
import static io.quanyi.release.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.Timeline.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of the spans of a timeline. */
class TimelineSpansTests {

    @Test
    void aReleaseEndsWhereTheNextBegins() {
        Timeline timeline = timeline(entry(1, null, "01-01"), entry(2, "06-01", "05-01"));
        assertThat(timeline.spans())
                .containsExactly(
                        new Span(null, instant("06-01"), timeline.entries().get(0)),
                        new Span(instant("06-01"), null, timeline.entries().get(1)));
    }

    @Test
    void whatALaterOneCoversWhollyHoldsNowhere() {
        Timeline timeline = timeline(entry(1, "06-01", "01-01"), entry(2, "06-01", "02-01"));
        assertThat(timeline.spans())
                .containsExactly(
                        new Span(instant("06-01"), null, timeline.entries().get(1)));
    }

    @Test
    void spansSayOfEveryInstantWhatTheTimelineSays() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Timeline timeline = random(random);
            for (int i = 0; i < 40; i++) {
                Instant at = instant("01-01").plus(random.nextInt(400) - 20, ChronoUnit.DAYS);
                Optional<LedgerEntry> spanned = timeline.spans().stream()
                        .filter(span -> span.from() == null || !span.from().isAfter(at))
                        .filter(span -> span.to() == null || span.to().isAfter(at))
                        .map(Span::entry)
                        .findFirst();
                assertThat(spanned).isEqualTo(timeline.entryInForce(at));
                assertThat(spanned).isEqualTo(slow(timeline, at));
            }
        }
    }

    private static Timeline random(Random random) {
        List<LedgerEntry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 1; i <= count; i++) {
            String from = random.nextInt(6) == 0
                    ? null
                    : "%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            entries.add(entry(i, from, "01-01"));
        }
        return timeline(entries.toArray(LedgerEntry[]::new));
    }

    /** The release in force, found by a search: the latest start, and of equal starts the latest publication. */
    private static Optional<LedgerEntry> slow(Timeline timeline, Instant at) {
        LedgerEntry best = null;
        for (LedgerEntry entry : timeline.entries()) {
            boolean holds = !entry.from().isAfter(at);
            if (holds && (best == null || !entry.from().isBefore(best.from()))) {
                best = entry;
            }
        }
        return Optional.ofNullable(best);
    }
}
