package io.quanyi.release.change;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remarks on releases that are still to come and end a change that was published after them: the publisher of the later
 * one could not know of it.
 */
public final class EndedChanges {

    /** The code of the remarks. */
    public static final String CODE = "change-ended";

    private final Timeline timeline;

    private EndedChanges(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * The remarks on the ledger of a programme: one for each release that is still to come and each change that it ends.
     *
     * @param now the instant of the look
     */
    public static List<Fault> of(Timeline timeline, Instant now) {
        EndedChanges ended = new EndedChanges(timeline);
        return timeline.within(now, Instant.MAX).stream()
                .filter(entry -> entry.from().isAfter(now))
                .flatMap(ended::by)
                .toList();
    }

    /** Whether a remark is about the end of the change of a release. */
    public static boolean isOf(Fault remark, int release) {
        return remark.code().equals(CODE) && remark.arguments().get(2).equals(String.valueOf(release));
    }

    /** The remarks on changes that are in force until a release begins, and not any more from then on. */
    private Stream<Fault> by(LedgerEntry later) {
        Optional<LedgerEntry> last = timeline.entryInForce(later.from().minusNanos(1));
        return last.stream()
                .flatMap(until -> timeline.entries().stream()
                        .filter(entry -> entry.number() > later.number())
                        .filter(entry -> entry.from().isBefore(later.from()))
                        .filter(entry -> isEnded(entry, until, later)))
                .map(entry -> Fault.at(
                        Position.of(timeline.programme().id() + "/releases.yaml"),
                        CODE,
                        later.number(),
                        ISO_OFFSET_DATE_TIME.format(Objects.requireNonNull(later.effectiveFrom(), "still to come")),
                        entry.number()));
    }

    private boolean isEnded(LedgerEntry entry, LedgerEntry until, LedgerEntry later) {
        return replaced(entry)
                .map(before -> ReleaseChange.between(timeline.load(before), timeline.load(entry)))
                .filter(change -> change.isIn(timeline.load(until)) && !change.isIn(timeline.load(later)))
                .isPresent();
    }

    /** The entry that was in force at the first instant of another when that was published. */
    private Optional<LedgerEntry> replaced(LedgerEntry entry) {
        return timeline.entries().stream()
                .filter(other -> other.number() < entry.number())
                .filter(other -> !other.from().isAfter(entry.from()))
                .max(Comparator.comparing(LedgerEntry::from).thenComparing(LedgerEntry::number));
    }
}
