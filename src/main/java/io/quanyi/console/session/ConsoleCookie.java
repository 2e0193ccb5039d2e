package io.quanyi.console.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that only the console gets back, and no script. A browser sends it over HTTPS alone, unless the console is used on this machine
 * without it.
 *
 * @param name its name
 * @param sameSite {@code Strict}, or {@code Lax} if it must come with the first request after another site
 */
public record ConsoleCookie(String name, String sameSite) {

    private static final String PATH = "/console";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Its value in a request; empty if it is not there, or there twice. */
    public Optional<String> of(HttpServletRequest request) {
        var values = Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Whether a request has it. */
    boolean isIn(HttpServletRequest request) {
        return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .anyMatch(cookie -> cookie.getName().equals(name));
    }

    /** The cookie as an answer sets it. */
    public ResponseCookie set(String value, Duration kept, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(PATH)
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure() || !isThisMachine(request.getServerName()))
                .sameSite(sameSite)
                .build();
    }

    /** The cookie as an answer takes it away. */
    public ResponseCookie remove(HttpServletRequest request) {
        return set("", Duration.ZERO, request);
    }

    /** Whether a browser would not keep the cookie, because it has sent a form over plain HTTP from another machine. */
    public static boolean isLost(HttpServletRequest request) {
        String origin = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ORIGIN), "");
        return origin.startsWith("http://") && !isThisMachine(request.getServerName());
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }
}
