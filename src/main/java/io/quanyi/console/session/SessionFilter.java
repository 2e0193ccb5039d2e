package io.quanyi.console.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Identifies the person of a session, and renews its cookie. Credentials in headers count more than a session. */
public final class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final FormTokens tokens;

    /** A filter for the paths of the console alone. */
    public SessionFilter(Sessions sessions, FormTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            sessions.of(request).ifPresent(session -> enter(session, request, response));
        }
        chain.doFilter(request, response);
    }

    /** Styles and scripts are the same for everybody, and kept by caches, which must not keep a cookie. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/console/assets/");
    }

    private void enter(ConsoleSession session, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SessionAuthentication(session, tokens.of(session)));
        SecurityContextHolder.setContext(context);
        sessions.renewed(session)
                .map(renewed -> sessions.cookie(renewed, request))
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
    }
}
