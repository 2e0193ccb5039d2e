package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditEvent.Outcome;
import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Writes to the audit log what forms of the console do, and what is refused to them. The answer waits for the line. Screens that submit, approve
 * and publish write what they do themselves, before and after; here stands only what never reaches them.
 */
final class FormAudit extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormAudit.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Signing in and out is written where it is done. */
    private static final Pattern SIGN_IN = Pattern.compile("/console/sign-(?:in(?:/.*)?|out)");

    /** A check of what is being typed changes nothing. */
    private static final Pattern CHECK = Pattern.compile("/console/.+/check");

    private static final Pattern TYPED = Pattern.compile("/console/.+/save");

    private static final Pattern PROGRAMME = Pattern.compile("/console/([a-z0-9-]+)/.+");

    private final AuditLog audit;
    private final TypedEdits typed;

    FormAudit(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.typed = new TypedEdits(clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return READING.contains(request.getMethod())
                || SIGN_IN.matcher(path).matches()
                || CHECK.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Action action = FormAction.of(request).map(FormAction::action).orElse(Action.EDIT);
        AuditEvent end = AuditEvent.failed(
                Caller.of(request),
                action,
                programme(request),
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                "internal-error");
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
            end = end(end.caller(), action, request, answer.getStatus());
        } finally {
            if (isNews(end, request)) {
                end(end.at(request.getRequestURI()));
            }
        }
        answer.copyBodyToResponse();
    }

    private static AuditEvent end(Caller caller, Action action, HttpServletRequest request, int status) {
        String programme = programme(request);
        if (status < HttpStatus.BAD_REQUEST.value()) {
            return AuditEvent.accepted(caller, action, programme, status);
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? AuditEvent.refused(caller, action, programme, status, "refused")
                : AuditEvent.failed(caller, action, programme, status, "failed");
    }

    /** Whether no other line tells it: that of a screen that publishes, or of the same edit a moment ago. */
    private boolean isNews(AuditEvent end, HttpServletRequest request) {
        if (end.action() != Action.EDIT) {
            return SignInPages.haveAnswered(request);
        }
        return end.outcome() != Outcome.ACCEPTED
                || !TYPED.matcher(request.getRequestURI()).matches()
                || typed.isNews(end.caller().principal(), request.getRequestURI());
    }

    private void end(AuditEvent event) {
        try {
            audit.record(event);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written: {}", event, e);
        }
    }

    private static @Nullable String programme(HttpServletRequest request) {
        Matcher path = PROGRAMME.matcher(request.getRequestURI());
        return path.matches() ? path.group(1) : null;
    }
}
