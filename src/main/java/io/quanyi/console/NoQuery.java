package io.quanyi.console;

import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;

/** The query of a screen that takes none. */
public record NoQuery() {

    /**
     * Refuses a query with members.
     *
     * @throws FaultsFound if there are any
     */
    public static void require(HttpServletRequest request) {
        Faults faults = new Faults();
        new RecordBinder(faults).require(QueryTree.of(request, faults), NoQuery.class);
    }
}
