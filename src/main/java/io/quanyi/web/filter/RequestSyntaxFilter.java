package io.quanyi.web.filter;

import io.quanyi.web.FilterOrder;
import io.quanyi.web.ProblemWriter;
import io.quanyi.web.coding.ContentCoding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests whose version, method, query or headers cannot be read. The servlet container and Spring read each of them late and in
 * several places, and some of these places take a fault of the caller for one of the service.
 */
@Component
@Order(FilterOrder.SYNTAX)
class RequestSyntaxFilter extends OncePerRequestFilter {

    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1", "HTTP/2.0");

    /** Without TRACE, which no path has: the answer would repeat the request, headers with credentials included. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ProblemWriter problems;

    RequestSyntaxFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String accepted = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        HttpStatus refusal = refusal(request);
        if (refusal != null) {
            problems.write(request, response, refusal.value());
        } else if (ContentCoding.of(request) == ContentCoding.UNKNOWN) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.READ);
            problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), "unsupported-content-coding");
        } else if (accepted == null) {
            problems.write(request, response, HttpStatus.NOT_ACCEPTABLE.value());
        } else {
            chain.doFilter(new CheckedRequest(request, accepted), response);
        }
    }

    private static @Nullable HttpStatus refusal(HttpServletRequest request) {
        if (!VERSIONS.contains(request.getProtocol())) {
            return HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
        }
        if (!METHODS.contains(request.getMethod())) {
            return HttpStatus.NOT_IMPLEMENTED;
        }
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.size() > 1 || !QuerySyntax.holds(request.getQueryString())) {
            return HttpStatus.BAD_REQUEST;
        }
        return types.stream().allMatch(RequestSyntaxFilter::isType) ? null : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    }

    /** One that a body can be of, not a range of them. */
    private static boolean isType(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).isConcrete();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
