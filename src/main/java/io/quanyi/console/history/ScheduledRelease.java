package io.quanyi.console.history;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.source.NothingAtPath;
import java.time.Instant;
import java.util.List;

/**
 * A release that is still to come, which can be withdrawn.
 *
 * @param timeline the releases of its programme
 * @param entry its entry
 * @param before the entry of the release that goes on if it is withdrawn
 */
record ScheduledRelease(Timeline timeline, LedgerEntry entry, LedgerEntry before) {

    /**
     * The release of a number in an address.
     *
     * @throws NothingAtPath if there is none that can be withdrawn
     */
    static ScheduledRelease of(Timeline timeline, String number, Instant now) {
        LedgerEntry entry = timeline.entries().stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .filter(one -> isScheduled(timeline, one, now))
                .findFirst()
                .orElseThrow(() -> nothing(timeline, number, now));
        LedgerEntry before =
                timeline.entryInForce(entry.from().minusNanos(1)).orElseThrow(() -> nothing(timeline, number, now));
        return new ScheduledRelease(timeline, entry, before);
    }

    /** Whether a release is still to come, and no other has taken its place. */
    static boolean isScheduled(Timeline timeline, LedgerEntry entry, Instant now) {
        return entry.from().isAfter(now)
                && timeline.entryInForce(entry.from()).filter(entry::equals).isPresent();
    }

    private static NothingAtPath nothing(Timeline timeline, String number, Instant now) {
        return new NothingAtPath(
                "release-not-scheduled",
                number,
                timeline.entries().stream()
                        .filter(entry -> isScheduled(timeline, entry, now))
                        .map(entry -> String.valueOf(entry.number()))
                        .toList());
    }

    /** The releases that begin later, the next one first. */
    List<LedgerEntry> later() {
        return timeline.within(entry.from(), Instant.MAX).stream().skip(1).toList();
    }

    /** The path of the page that withdraws it. */
    String address() {
        return "/console/" + timeline.programme().id() + "/history/" + entry.number() + "/withdraw";
    }

    /** Its exchange for the release before it. */
    ReleasePair exchange() {
        return new ReleasePair(timeline, entry, before, address() + "/impact", address() + "#impact");
    }
}
