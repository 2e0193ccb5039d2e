package io.quanyi.release;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.ProgrammeRelease;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The releases of one programme in time: what holds when, and what was known of that when. Immutable. */
public final class Timeline {

    private static final Comparator<LedgerEntry> BY_EFFECT = Comparator.comparing(
                    (LedgerEntry entry) -> entry.effectiveFrom() == null
                            ? Instant.MIN
                            : entry.effectiveFrom().toInstant())
            .thenComparing(LedgerEntry::number);

    private final Programme programme;
    private final List<LedgerEntry> entries;
    private final Map<Integer, ProgrammeRelease> releases;

    Timeline(Programme programme, List<LedgerEntry> entries, Map<Integer, ProgrammeRelease> releases) {
        this.programme = programme;
        this.entries = List.copyOf(entries);
        this.releases = Map.copyOf(releases);
    }

    /** Whose releases. */
    public Programme programme() {
        return programme;
    }

    /** All, the oldest first. */
    public List<LedgerEntry> entries() {
        return entries;
    }

    /** The release of a number. */
    public Optional<ProgrammeRelease> release(int number) {
        return Optional.ofNullable(releases.get(number));
    }

    /** The release that holds at an instant, by all that is known today. */
    public Optional<ProgrammeRelease> inForce(Instant at) {
        return inForce(at, Instant.MAX);
    }

    /** The release that holds at an instant, by what had been published at another. Of two from one instant on, the later published holds. */
    public Optional<ProgrammeRelease> inForce(Instant at, Instant knownAt) {
        return entries.stream()
                .filter(entry -> entry.isEffectiveAt(at) && entry.isKnownAt(knownAt))
                .max(BY_EFFECT)
                .flatMap(entry -> release(entry.number()));
    }
}
