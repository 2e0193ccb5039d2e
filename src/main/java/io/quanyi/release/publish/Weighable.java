package io.quanyi.release.publish;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Publication.Outcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication, and what to compare to know whom it touches: that may take seconds, and is done when others may have their turn.
 *
 * @param before what held where the new release begins to hold; null where nothing did
 * @param after the new release; null for a repeated call
 */
record Weighable(
        Publication publication,
        @Nullable ProgrammeRelease before,
        @Nullable ProgrammeRelease after) {

    /** Of a call that came before, nothing is found out anew. */
    static Weighable repeated(LedgerEntry earlier, String ledger) {
        return new Weighable(
                new Publication(earlier, ledger, List.of(), List.of(), null, null, Outcome.REPEATED), null, null);
    }

    Weighable published(String ledger) {
        return new Weighable(publication.published(ledger), before, after);
    }

    Publication weighed() {
        return before == null || after == null
                ? publication
                : publication.with(Effect.between(before, after, from(publication.entry())));
    }

    /** Examples ask when the release holds. */
    private static Instant from(LedgerEntry entry) {
        OffsetDateTime effective = entry.effectiveFrom();
        return (effective == null ? entry.publishedAt() : effective).toInstant();
    }
}
