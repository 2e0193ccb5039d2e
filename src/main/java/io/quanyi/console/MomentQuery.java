package io.quanyi.console;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The release that the address of a screen names: by its number, or as the one in force at the start of a day, by default now.
 *
 * @param on the day, in the zone of the programme
 * @param release the number, which counts if both are there
 */
public record MomentQuery(
        @Nullable LocalDate on, @DecimalMin("1") @Nullable Integer release) {

    /**
     * Reads the query; fields that a reader left empty are absent.
     *
     * @throws FaultsFound if it has unknown or invalid members
     */
    public static MomentQuery of(HttpServletRequest request) {
        Faults faults = new Faults();
        MomentQuery query = new RecordBinder(faults).bind(filled(QueryTree.of(request, faults)), MomentQuery.class);
        if (query == null || !faults.isEmpty()) {
            throw new FaultsFound(faults.sorted());
        }
        return query;
    }

    /** The members of a query that are not empty. */
    public static Tree.Obj filled(Tree.Obj query) {
        Map<String, Tree> members = new LinkedHashMap<>(query.members());
        members.values()
                .removeIf(value ->
                        value instanceof Tree.Scalar scalar && scalar.text().isEmpty());
        return new Tree.Obj(query.position(), members, query.keys());
    }
}
