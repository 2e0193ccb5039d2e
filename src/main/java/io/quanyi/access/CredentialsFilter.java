package io.quanyi.access;

import io.quanyi.access.credentials.AcceptedCredentials;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Identifies the caller of each request. Credentials that are not accepted are refused, even where none are needed. */
final class CredentialsFilter extends OncePerRequestFilter {

    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    private final AcceptedCredentials credentials;
    private final SecurityProblems refusals;

    CredentialsFilter(AcceptedCredentials credentials, SecurityProblems refusals) {
        this.credentials = credentials;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A cached answer must not be shown to other callers
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        response.addHeader(HttpHeaders.VARY, AcceptedCredentials.KEY_HEADER);
        Optional<Authentication> caller;
        try {
            caller = credentials.callerOf(request);
        } catch (AuthenticationServiceException e) {
            refusals.outage(request, response, e);
            return;
        } catch (AuthenticationException e) {
            refusals.commence(request, response, e);
            return;
        }
        caller.ifPresent(known -> remember(known, request, response));
        chain.doFilter(request, response);
    }

    private void remember(Authentication caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
