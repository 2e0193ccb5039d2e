package io.quanyi.access.audit;

import io.quanyi.access.audit.AuditEvent.Action;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A filter that writes a line to the audit log for each call that changes something, once it has ended and before it is answered; none if a step of
 * the call has written one itself.
 */
public abstract class CallAudit extends OncePerRequestFilter {

    private final AuditLog audit;

    /** A filter that writes to a log. */
    protected CallAudit(AuditLog audit) {
        this.audit = audit;
    }

    /** The action of a call; empty if it changes nothing, or its lines are written elsewhere. */
    protected abstract Optional<Action> action(HttpServletRequest request);

    /** The id of the programme that a call is about; null if it is about all of them. */
    protected abstract @Nullable String programme(HttpServletRequest request);

    /** Whether a line of a call is to be written; it is not if another line says the same. */
    protected boolean isNews(AuditEvent end) {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Action> action = action(request);
        if (action.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try {
            chain.doFilter(request, answer);
            status = answer.getStatus();
        } finally {
            AuditEvent end = end(Caller.of(request), action.get(), programme(request), status)
                    .at(request.getRequestURI());
            if (!AuditLog.hasLineOf(request) && isNews(end)) {
                audit.recordIfPossible(end);
            }
        }
        answer.copyBodyToResponse();
    }

    private static AuditEvent end(Caller caller, Action action, @Nullable String programme, int status) {
        if (status < HttpStatus.BAD_REQUEST.value()) {
            return AuditEvent.accepted(caller, action, programme, status);
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? AuditEvent.refused(caller, action, programme, status, "refused")
                : AuditEvent.failed(caller, action, programme, status, "failed");
    }
}
