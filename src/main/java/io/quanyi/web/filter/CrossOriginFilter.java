package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the preflight requests of browsers, so that pages of other sites cannot use the service. */
@Component
@Order(FilterOrder.ORIGIN)
class CrossOriginFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    CrossOriginFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CorsUtils.isPreFlightRequest(request)) {
            problems.write(request, response, HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
