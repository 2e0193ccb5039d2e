package io.quanyi.release.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which release a reader wants: the one in force at an instant, or a numbered one; neither is the one in force now.
 *
 * @param at the instant
 * @param release the number
 */
record InForceQuery(
        @Nullable OffsetDateTime at,
        @DecimalMin("1") @Nullable Integer release) {

    /**
     * Reads the query as strictly as a body is read.
     *
     * @throws FaultsFound if it says something else, or both
     */
    static InForceQuery of(HttpServletRequest request) {
        Faults faults = new Faults();
        InForceQuery query = new RecordBinder(faults).bind(tree(request, faults), InForceQuery.class);
        if (query != null && query.at() != null && query.release() != null) {
            faults.add(Fault.at("/release", "query-contradicts", "at", "release"));
        }
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return query;
    }

    private static Tree tree(HttpServletRequest request, Faults faults) {
        Map<String, Tree> members = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                faults.add(Fault.at("/" + name, "duplicate-member", name));
            }
            // In a query a plus sign means a blank, and no instant has one
            String value = name.equals("at") ? values[0].replace(' ', '+') : values[0];
            members.put(name, new Tree.Scalar(Position.NOWHERE, Kind.PLAIN, value));
            keys.put(name, Position.NOWHERE);
        });
        return new Tree.Obj(Position.NOWHERE, members, keys);
    }

    /** Whether the answer can never change. */
    boolean pinned() {
        return release != null;
    }
}
