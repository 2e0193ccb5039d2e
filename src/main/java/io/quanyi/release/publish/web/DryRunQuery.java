package io.quanyi.release.publish.web;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The query of a publishing call.
 *
 * @param dryRun whether to do everything but store; absent for no
 */
record DryRunQuery(@Nullable Boolean dryRun) {

    /**
     * Whether a call is a dry run.
     *
     * @throws FaultsFound if its query has another member, which may be this one misspelt
     */
    static boolean asked(HttpServletRequest request) {
        Faults faults = new Faults();
        DryRunQuery query = new RecordBinder(faults).require(QueryTree.of(request, faults), DryRunQuery.class);
        return Boolean.TRUE.equals(query.dryRun());
    }
}
