package io.quanyi.release.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A span of time: later than one instant, and not later than another.
 *
 * @param from the instant before it; absent is now
 * @param to its last instant; absent is never
 */
record ChangesQuery(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {

    /**
     * Reads the query as strictly as a body is read.
     *
     * @throws FaultsFound if it says something else, or ends before it begins
     */
    static ChangesQuery of(HttpServletRequest request) {
        Faults faults = new Faults();
        ChangesQuery query = new RecordBinder(faults).bind(QueryTree.of(request, faults), ChangesQuery.class);
        if (query != null
                && query.from() != null
                && query.to() != null
                && query.to().isBefore(query.from())) {
            faults.add(Fault.at("/to", "ends-before-it-begins"));
        }
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return query;
    }
}
