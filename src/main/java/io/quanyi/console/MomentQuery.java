package io.quanyi.console;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The release that the address of a screen names: by its number, or as the one in force at the start of a day, by default now; and another
 * one to compare it with. Days are in the zone of the programme.
 *
 * @param on the day
 * @param known the day at whose end the release was known; absent for what is known today
 * @param release the number, which counts if a day is there too
 * @param compare the number of a release or the id of a draft to compare with; absent for none
 */
public record MomentQuery(
        @Nullable LocalDate on,
        @Nullable LocalDate known,
        @DecimalMin("1") @Nullable Integer release,
        @Nullable String compare) {

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

    /** The start of the day; empty if the query names none. */
    Optional<Instant> start(ZoneId zone) {
        return Optional.ofNullable(on).map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The last second of the day of knowledge; empty if the query names no day of it, or a release by its number. */
    public Optional<Instant> knownAt(ZoneId zone) {
        return Optional.ofNullable(release == null ? known : null)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
    }

    /** The release or draft to compare with; empty for none. */
    public String compared() {
        return Objects.requireNonNullElse(compare, "");
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
