package io.quanyi.web.standard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths at which the service speaks a standard of others, OpenID AuthZEN. What the standard says about errors, request ids and
 * credentials holds there in place of the service's own habits.
 */
public final class StandardPaths {

    private static final Pattern DECISION_POINT = Pattern.compile("(?:/authzen/[^/]*)?/access/v1/.*");
    private static final Pattern OTHERS = Pattern.compile("/ofrep/v1/evaluate/.*|/mcp");
    private static final Pattern METADATA = Pattern.compile("/\\.well-known/authzen-configuration(?:/.*)?");

    private StandardPaths() {}

    /** Whether a request is at such a path; of an error that the server reports, the request that failed. */
    public static boolean has(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return has(failed instanceof String path ? path : request.getRequestURI());
    }

    private static boolean has(@Nullable String path) {
        return path != null
                && (DECISION_POINT.matcher(path).matches()
                        || METADATA.matcher(path).matches());
    }

    /** Whether questions are decided at a path, also in the terms of other protocols. */
    public static boolean decides(String path) {
        return DECISION_POINT.matcher(path).matches() || OTHERS.matcher(path).matches();
    }

    /** Whether an API key may come as a bearer token: clients of a protocol can send one in no other way. */
    public static boolean takesKeyAsToken(HttpServletRequest request) {
        return has(request) || decides(request.getRequestURI());
    }
}
