package io.quanyi.release.publish;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Publication.LaterRelease;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.Publication.PublicationImpact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication with the two releases whose answers are still to be compared. The comparison may take seconds, so it
 * runs when other calls of the programme may run.
 *
 * @param before the release in force before, at the first instant of the new release; null if there was none
 * @param after the new release; null for a repeated call
 */
record PendingPublication(
        Publication publication,
        @Nullable ProgrammeRelease before,
        @Nullable ProgrammeRelease after) {

    /** The result of a repeated call, for which nothing is compared. */
    static PendingPublication repeated(LedgerEntry earlier, String ledger) {
        return new PendingPublication(
                new Publication(earlier, ledger, List.of(), List.of(), List.of(), List.of(), null, Outcome.REPEATED),
                null,
                null);
    }

    PendingPublication with(List<LaterRelease> lacking) {
        return new PendingPublication(publication.with(lacking), before, after);
    }

    PendingPublication published(String ledger) {
        return new PendingPublication(publication.published(ledger), before, after);
    }

    /** Adds the impact, if there are two releases to compare. The published content does not depend on whether it can be computed. */
    Publication withImpact(@Nullable AskedRequests asked, WorkBudget budget) {
        if (before == null || after == null) {
            return publication;
        }
        return publication.with(
                PublicationImpact.of(before, after, from(publication.entry()), asked, (done, of) -> {}, budget));
    }

    /** Whether there are two releases to compare. */
    boolean isComparable() {
        return before != null && after != null;
    }

    boolean isPublished() {
        return publication.outcome() == Outcome.PUBLISHED;
    }

    /** The instant of example questions: when the release is in force. */
    private static Instant from(LedgerEntry entry) {
        OffsetDateTime effective = entry.effectiveFrom();
        return (effective == null ? entry.publishedAt() : effective).toInstant();
    }
}
