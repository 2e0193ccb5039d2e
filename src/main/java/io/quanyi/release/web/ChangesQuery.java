package io.quanyi.release.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The query for releases that come into force in a span of time: after one instant, up to another.
 *
 * @param from the instant before the span; absent for now
 * @param to the last instant of the span; absent for no end
 */
record ChangesQuery(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {

    /**
     * Reads the query as strictly as a body.
     *
     * @throws FaultsFound if it has unknown or invalid members, or ends before it begins
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
