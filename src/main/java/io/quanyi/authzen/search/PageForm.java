package io.quanyi.authzen.search;

import io.quanyi.authzen.search.PageTokens.Next;
import io.quanyi.authzen.search.PageTokens.Pages;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import jakarta.validation.constraints.DecimalMin;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The page that a search asks for.
 *
 * @param token the token that came with the previous page; absent means the first page
 * @param limit the greatest number of results; absent means that of the previous page, or {@value #USUAL} on the first
 * @param properties properties of the standard that this service does not read
 */
record PageForm(
        @Nullable String token,
        @DecimalMin("0") @Nullable Integer limit,
        @Nullable Tree properties) {

    static final int USUAL = 100;

    /** The most results of a page, even if the caller asks for more. */
    static final int MAX_LIMIT = 500;

    /**
     * Reads the page of a request.
     *
     * @param page null if the request asks for none
     * @param ignored gets the pointers of members that the standard does not define
     * @throws FaultsFound if it is not of the form of a page
     */
    static PageForm read(@Nullable Tree page, Consumer<String> ignored) {
        if (page == null || (page instanceof Scalar scalar && scalar.kind() == Kind.NULL)) {
            return new PageForm(null, null, null);
        }
        try {
            PageForm form = new RecordBinder(new Faults(), pointer -> ignored.accept("/page" + pointer))
                    .require(page, PageForm.class);
            if (form.properties() != null && !(form.properties() instanceof Obj)) {
                throw new FaultsFound(List.of(Fault.at("/properties", "not-an-object")));
            }
            return form;
        } catch (FaultsFound e) {
            throw new FaultsFound(
                    e.faults().stream().map(fault -> fault.below("/page")).toList());
        }
    }

    /**
     * Where the page begins, and the most results that it has.
     *
     * @throws FaultsFound if its token was not given for these pages, or for another limit
     */
    Next begin(Pages pages, PageTokens tokens) {
        int own = limit == null ? USUAL : Math.min(limit, MAX_LIMIT);
        if (token == null || token.isEmpty()) {
            return new Next(0, own);
        }
        Next next = tokens.read(pages, token);
        if (limit != null && own != next.limit()) {
            throw PageTokens.notValid();
        }
        return next;
    }
}
