package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests whose {@code Host} is not an allowed name of the service. A page of another site can make a browser resolve that site's
 * name to this machine (DNS rebinding), but cannot make it send another name. Liveness and readiness, which say no more than that the
 * service is up, answer to any name: Kubernetes probes a pod by its address.
 */
@Component
@Order(FilterOrder.HOST)
class AllowedHostsFilter extends OncePerRequestFilter {

    private static final String ANY = "*";

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern PROBE = Pattern.compile("/actuator/health/(?:liveness|readiness)|/livez|/readyz");

    private final Set<String> allowed;
    private final ProblemWriter problems;

    AllowedHostsFilter(HttpProperties properties, ProblemWriter problems) {
        this.allowed = properties.allowedHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        boolean probe = PROBE.matcher(request.getRequestURI()).matches();
        if (probe || allowed.contains(ANY) || (host != null && allowed.contains(name(host)))) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }

    /** The name without its port, and without the dot that a fully qualified name may end with. */
    private static String name(String host) {
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
