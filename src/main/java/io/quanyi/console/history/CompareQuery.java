package io.quanyi.console.history;

import io.quanyi.console.MomentQuery;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two releases that an address compares.
 *
 * @param from the number of the first one; absent for the one before the second
 * @param to the number of the second one; absent for the one in force
 */
record CompareQuery(
        @DecimalMin("1") @Nullable Integer from,
        @DecimalMin("1") @Nullable Integer to) {

    /**
     * Reads the query; fields that a reader left empty are absent.
     *
     * @throws FaultsFound if it has unknown or invalid members
     */
    static CompareQuery of(HttpServletRequest request) {
        Faults faults = new Faults();
        CompareQuery query =
                new RecordBinder(faults).bind(MomentQuery.filled(QueryTree.of(request, faults)), CompareQuery.class);
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return query;
    }

    /** The number of the second release. */
    int second(Timeline timeline, Instant now) {
        if (to != null) {
            return to;
        }
        List<LedgerEntry> entries = timeline.entries();
        return timeline.entryInForce(now)
                .map(LedgerEntry::number)
                .orElse(entries.get(entries.size() - 1).number());
    }

    /** The number of the first release. */
    int first(Timeline timeline, Instant now) {
        return from != null ? from : Math.max(1, second(timeline, now) - 1);
    }
}
