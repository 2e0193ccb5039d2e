package io.quanyi.access;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.Caller;
import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests that Spring Security refuses with problem documents, and writes those that would have changed something to the audit log. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);
    private static final String RETRY_SECONDS = "30";

    private final AcceptedCredentials credentials;
    private final ProblemWriter problems;
    private final AuditLog audit;

    SecurityProblems(AcceptedCredentials credentials, ProblemWriter problems, AuditLog audit) {
        this.credentials = credentials;
        this.problems = problems;
        this.audit = audit;
    }

    /** The caller is unknown. Without configured credentials only publishing is refused. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (credentials.areConfigured()) {
            credentials
                    .challenges(request, e instanceof OAuth2AuthenticationException)
                    .forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
            refuse(request, response, HttpStatus.UNAUTHORIZED, "unauthenticated");
        } else {
            refuse(request, response, HttpStatus.FORBIDDEN, "publishing-off");
        }
    }

    /** The caller is known, and lacks the role. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(request, response, HttpStatus.FORBIDDEN, "forbidden", needed(e));
    }

    /** The path can be read in more than one way. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        problems.write(request, response, HttpStatus.BAD_REQUEST.value(), "bad-request");
    }

    /** The caller cannot be identified at the moment. */
    void outage(HttpServletRequest request, HttpServletResponse response, AuthenticationServiceException e)
            throws IOException {
        LOG.warn("a token could not be checked: {}", String.valueOf(e.getCause()));
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE.value(), "unavailable");
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String... arguments)
            throws IOException {
        AuditedCalls.of(request)
                .map(call -> AuditEvent.refused(
                                Caller.of(request), call.action(), call.programme(), status.value(), code)
                        .at(request.getRequestURI()))
                .ifPresent(audit::recordIfPossible);
        problems.write(request, response, status.value(), code, arguments);
    }

    private static String needed(AccessDeniedException e) {
        if (e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision) {
            return decision.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .collect(Collectors.joining(", "));
        }
        return "";
    }
}
