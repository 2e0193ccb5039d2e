package io.quanyi.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The refusal of a form that a page of another site has sent. Browsers name the site of the page, and a console without credentials has
 * nothing else to tell its own pages from others.
 */
final class ForeignForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ForeignForm() {
        super("form of another site", null, false, false);
    }

    /** @throws ForeignForm if the request names another site as its origin */
    static void refuse(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean own = site == null || site.equals("same-origin") || site.equals("none");
        if (!own || !isOwn(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))) {
            throw new ForeignForm();
        }
    }

    /** The scheme is not compared: a proxy in front may speak another one. */
    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
