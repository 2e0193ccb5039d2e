package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the requests that browsers send for pages of other sites: preflight requests, and forms. A browser sends a form without asking,
 * with all that it has to be known by, and from the machine that it runs on. Requests of programs name neither a site nor an origin, and
 * pass.
 */
@Component
@Order(FilterOrder.ORIGIN)
class CrossOriginFilter extends OncePerRequestFilter {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;

    CrossOriginFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CorsUtils.isPreFlightRequest(request) || (isForeign(request) && !isAllowed(response))) {
            problems.write(request, response, HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether a page of another origin has caused a request that may change something. Old browsers name no site, but the origin of a form. */
    private static boolean isForeign(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader(SITE);
        return site == null ? !isOwn(request.getHeader(HttpHeaders.ORIGIN), request) : !OWN_SITES.contains(site);
    }

    /** Whether an earlier filter has found that pages of the origin may make this call. */
    private static boolean isAllowed(HttpServletResponse response) {
        return response.containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    /** The scheme is not compared: a proxy may end TLS. */
    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        String host = request.getHeader(HttpHeaders.HOST);
        return host != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }
}
