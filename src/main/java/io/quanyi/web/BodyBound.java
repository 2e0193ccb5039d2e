package io.quanyi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than the bound: by what is announced, and by what comes. */
@Component
@Order(FilterOrder.BODY)
class BodyBound extends OncePerRequestFilter {

    private final long most;
    private final ProblemWriter problems;

    BodyBound(HttpProperties properties, ProblemWriter problems) {
        this.most = properties.maxBody().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(new Bounded(request), response);
    }

    /** Lines are bounded one by one, and forms with files where their parts are read. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return JsonLines.areOf(type)
                || (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }

    private final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedInput(super.getInputStream(), most);
        }
    }
}
