package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds {@code Retry-After} to each answer with 503 that lacks it, as the answers of health do. */
@Component
@Order(FilterOrder.RETRY)
class RetryAfterFilter extends OncePerRequestFilter {

    private static final String SECONDS = "1";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(response));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** An answer that gets the header together with its status. */
    private static final class Answer extends HttpServletResponseWrapper {

        Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            addRetryAfter(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            addRetryAfter(status);
            super.sendError(status, message);
        }

        @Override
        public void sendError(int status) throws IOException {
            addRetryAfter(status);
            super.sendError(status);
        }

        private void addRetryAfter(int status) {
            if (status == SC_SERVICE_UNAVAILABLE && !containsHeader(HttpHeaders.RETRY_AFTER)) {
                setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            }
        }
    }
}
