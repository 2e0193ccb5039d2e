package io.quanyi.console.history;

import io.quanyi.console.MomentQuery;
import io.quanyi.console.impact.ImpactFilter;
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
 * The two releases that an address compares, and the part of their impact that is wanted.
 *
 * @param from the number of the first one; absent for the one before the second
 * @param to the number of the second one; absent for the one in force
 * @param service the id of a service; absent for all
 * @param words words that a sentence of the impact must have; absent for any
 */
record CompareQuery(
        @DecimalMin("1") @Nullable Integer from,
        @DecimalMin("1") @Nullable Integer to,
        @Nullable String service,
        @Nullable String words) {

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

    /** The part of the impact that is wanted. */
    ImpactFilter filter() {
        return ImpactFilter.of(name -> name.equals("service") ? service : name.equals("words") ? words : null);
    }
}
