package io.quanyi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths at which the service speaks a standard of others, OpenID AuthZEN. What the standard says about errors, request ids and
 * credentials holds there in place of the service's own habits.
 */
public final class StandardPaths {

    private static final Pattern DECIDING = Pattern.compile("(?:/authzen/[^/]*)?/access/v1/.*");
    private static final Pattern METADATA = Pattern.compile("/\\.well-known/authzen-configuration(?:/.*)?");

    private StandardPaths() {}

    /** Whether a request is at such a path; of an error that the server reports, the request that failed. */
    public static boolean has(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return has(failed instanceof String path ? path : request.getRequestURI());
    }

    private static boolean has(@Nullable String path) {
        return path != null && (decides(path) || METADATA.matcher(path).matches());
    }

    /** Whether questions are decided at a path. */
    public static boolean decides(String path) {
        return DECIDING.matcher(path).matches();
    }
}
