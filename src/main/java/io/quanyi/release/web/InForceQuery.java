package io.quanyi.release.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The release that a query names: by number, or as the one in force at an instant, by default now.
 *
 * @param at the instant
 * @param release the number
 */
record InForceQuery(
        @Nullable OffsetDateTime at,
        @DecimalMin("1") @Nullable Integer release) {

    /**
     * Reads the query as strictly as a body.
     *
     * @throws FaultsFound if it has unknown or invalid members, or both members
     */
    static InForceQuery of(HttpServletRequest request) {
        Faults faults = new Faults();
        InForceQuery query = new RecordBinder(faults).bind(QueryTree.of(request, faults), InForceQuery.class);
        if (query != null && query.at() != null && query.release() != null) {
            faults.add(Fault.at("/release", "query-contradicts", "at", "release"));
        }
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return query;
    }

    /** Whether the query names a numbered release, whose answer never changes. */
    boolean pinned() {
        return release != null;
    }

    /** The members of the query, for the description of the interface. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(name = "at", in = ParameterIn.QUERY, schema = @Schema(types = "string", format = "date-time"))
    @Parameter(
            name = "release",
            in = ParameterIn.QUERY,
            schema = @Schema(types = "integer", format = "int32", minimum = "1"))
    @interface Described {}
}
