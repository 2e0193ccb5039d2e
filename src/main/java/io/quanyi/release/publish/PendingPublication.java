package io.quanyi.release.publish;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.budget.WorkBudget;
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
record PendingPublication(
        Publication publication,
        @Nullable ProgrammeRelease before,
        @Nullable ProgrammeRelease after) {

    /** Of a call that came before, nothing is found out anew. */
    static PendingPublication repeated(LedgerEntry earlier, String ledger) {
        return new PendingPublication(
                new Publication(earlier, ledger, List.of(), List.of(), null, null, Outcome.REPEATED), null, null);
    }

    PendingPublication published(String ledger) {
        return new PendingPublication(publication.published(ledger), before, after);
    }

    /** The publication with its effect. What is published stays so, whether its effect is found or not. */
    Publication weighed(WorkBudget budget) {
        if (before == null || after == null) {
            throw new IllegalStateException("there is nothing to compare");
        }
        Instant at = from(publication.entry());
        return publication.with(new PublicationImpact(before, after, Impact.between(before, after, at, (done, of) -> {}, budget)));
    }

    /** Whether there is anything to compare. */
    boolean isComparison() {
        return before != null && after != null;
    }

    boolean isPublished() {
        return publication.outcome() == Outcome.PUBLISHED;
    }

    /** Examples ask when the release holds. */
    private static Instant from(LedgerEntry entry) {
        OffsetDateTime effective = entry.effectiveFrom();
        return (effective == null ? entry.publishedAt() : effective).toInstant();
    }
}
