package io.quanyi.console.history;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;

/**
 * Two releases whose impact a page shows.
 *
 * @param timeline the releases of their programme
 * @param before the entry of the one whose answers would go
 * @param after the entry of the one whose answers would come
 * @param address the path to which forms about the impact are sent
 * @param page the address of the page that shows it
 */
record ReleasePair(Timeline timeline, LedgerEntry before, LedgerEntry after, String address, String page) {

    /**
     * The releases that a comparison names by their numbers.
     *
     * @throws io.quanyi.decision.request.RequestRefused if there is no such release
     */
    static ReleasePair compared(Timeline timeline, int from, int to) {
        String compare = "/console/" + timeline.programme().id() + "/compare";
        return new ReleasePair(
                timeline,
                entry(timeline, from),
                entry(timeline, to),
                compare + "/" + from + "/" + to + "/impact",
                compare + "?from=" + from + "&to=" + to + "#impact");
    }

    private static LedgerEntry entry(Timeline timeline, int number) {
        return timeline.entry(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
    }

    /** The id of the first one. */
    ReleaseId beforeId() {
        return before.id(timeline.programme().id());
    }

    /** The id of the second one. */
    ReleaseId afterId() {
        return after.id(timeline.programme().id());
    }
}
