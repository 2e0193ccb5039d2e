package io.quanyi.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tags each answer that was read with a digest of its bytes, unless it has a tag, and answers 304 to a caller that has it. Spring's own filter
 * gives HEAD no tag, takes no {@code *}, and leaves {@code Vary} out of some answers.
 */
final class EntityTagFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && isKnown(request, tag(answer))) {
            answer.resetBuffer();
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        answer.copyBodyToResponse();
    }

    private static String tag(ContentCachingResponseWrapper answer) {
        String own = answer.getHeader(HttpHeaders.ETAG);
        if (own != null) {
            return own;
        }
        String tag = "\"" + DigestUtils.md5DigestAsHex(answer.getContentAsByteArray()) + "\"";
        answer.setHeader(HttpHeaders.ETAG, tag);
        return tag;
    }

    /** Whether the caller has the answer already (RFC 9110, 13.1.2). */
    private static boolean isKnown(HttpServletRequest request, String tag) {
        ETag current = ETag.create(tag);
        String known = String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)));
        return ETag.parse(known).stream().anyMatch(one -> one.isWildcard() || one.compare(current, false));
    }

    /** A request as it would be without {@code If-None-Match}: the content that it asks for is needed to know its tag. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            names.removeIf(Unconditional::isCondition);
            return Collections.enumeration(names);
        }

        private static boolean isCondition(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
        }
    }
}
