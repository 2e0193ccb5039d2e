package io.quanyi.access.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/**
 * The caller of a request, as the audit log names it.
 *
 * @param principal {@code key:} and the id of an API key, {@code jwt:} and the subject of a token, or {@code anonymous}
 * @param address the remote address
 */
public record Caller(String principal, String address) {

    private static final String ANONYMOUS = "anonymous";

    /** The caller of a request. */
    public static Caller of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return new Caller(principal == null ? ANONYMOUS : principal.getName(), request.getRemoteAddr());
    }

    boolean isAnonymous() {
        return principal.equals(ANONYMOUS);
    }
}
