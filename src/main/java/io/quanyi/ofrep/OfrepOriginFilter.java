package io.quanyi.ofrep;

import io.quanyi.web.FilterOrder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets pages of configured origins evaluate flags. Everything else of other origins is refused by the next filter. */
@Component
@Order(FilterOrder.ORIGIN - 1)
class OfrepOriginFilter extends OncePerRequestFilter {

    private static final String PATHS = "/ofrep/";
    private static final long KEPT_SECONDS = 600;

    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration allowed = new CorsConfiguration();

    OfrepOriginFilter(OfrepProperties properties) {
        allowed.setAllowedOrigins(properties.corsOrigins());
        allowed.setAllowedMethods(List.of("GET", "POST"));
        allowed.setAllowedHeaders(List.of("*"));
        allowed.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        allowed.setMaxAge(KEPT_SECONDS);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATHS)
                || !CorsUtils.isCorsRequest(request)
                || allowed.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        processor.processRequest(allowed, request, response);
        if (!CorsUtils.isPreFlightRequest(request)) {
            chain.doFilter(request, response);
        }
    }
}
