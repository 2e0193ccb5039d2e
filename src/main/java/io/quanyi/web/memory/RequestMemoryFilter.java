package io.quanyi.web.memory;

import io.quanyi.web.BodyType;
import io.quanyi.web.FilterOrder;
import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import io.quanyi.web.coding.ContentCoding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that the {@link MemoryBudget} has no room for, as early as possible: by its announced length, by the bytes that have
 * come, and before its body is parsed. Requests for health and metrics are exempt.
 */
@Component
@Order(FilterOrder.MEMORY)
class RequestMemoryFilter extends OncePerRequestFilter {

    private final MemoryBudget budget;
    private final ProblemWriter problems;
    private final long longestLine;
    private final long largestForm;

    RequestMemoryFilter(MemoryBudget budget, HttpProperties http, MultipartProperties forms, ProblemWriter problems) {
        this.budget = budget;
        this.problems = problems;
        this.longestLine = http.maxLine().toBytes();
        this.largestForm = forms.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestMemory memory;
        try {
            memory = opened(request);
        } catch (MemoryUsedUp e) {
            problems.write(request, response, e);
            return;
        }
        try (memory) {
            memory.attachTo(request);
            chain.doFilter(isRead(request) ? new Measured(request, memory) : request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    /** Reserves one line of a stream, or a whole form: the server itself reads forms, so they cannot be counted as they come. */
    private RequestMemory opened(HttpServletRequest request) {
        RequestMemory memory = RequestMemory.open(budget);
        try {
            // The announced length of a compressed body says nothing about its decoded length
            boolean coded = ContentCoding.of(request) != ContentCoding.IDENTITY;
            long announced = coded ? -1 : request.getContentLengthLong();
            if (BodyType.isLines(request.getContentType())) {
                memory.take(longestLine * (RequestMemory.COMING + RequestMemory.PARSED));
            } else if (BodyType.isForm(request.getContentType())) {
                memory.take((announced < 0 ? largestForm : Math.min(announced, largestForm)) * RequestMemory.FORM);
            } else if (announced > 0 && !budget.hasRoomFor(announced * RequestMemory.COMING)) {
                throw new MemoryUsedUp();
            }
            return memory;
        } catch (MemoryUsedUp e) {
            memory.close();
            throw e;
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return !BodyType.isLines(request.getContentType()) && !BodyType.isForm(request.getContentType());
    }

    private static final class Measured extends HttpServletRequestWrapper {

        private final RequestMemory memory;

        Measured(HttpServletRequest request, RequestMemory memory) {
            super(request);
            this.memory = memory;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new MeasuredInput(super.getInputStream(), memory);
        }
    }
}
