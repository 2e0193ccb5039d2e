package io.quanyi.release.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import java.time.Instant;

/**
 * Two releases of a programme whose answers are compared.
 *
 * @param before the one whose answers would go
 * @param after the one whose answers would come
 * @param at the instant of examples, and of requests without one
 */
public record ComparedReleases(ProgrammeRelease before, ProgrammeRelease after, Instant at) {

    /**
     * Two published releases, as of the first instant at which both have begun.
     *
     * @throws io.quanyi.decision.request.RequestRefused if there is no such release
     */
    public static ComparedReleases of(Timeline timeline, int before, int after) {
        Instant begun = entry(timeline, before).begin();
        Instant other = entry(timeline, after).begin();
        return new ComparedReleases(
                timeline.load(entry(timeline, before)),
                timeline.load(entry(timeline, after)),
                begun.isAfter(other) ? begun : other);
    }

    private static LedgerEntry entry(Timeline timeline, int number) {
        return timeline.entry(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
    }
}
