package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.Caller;
import io.quanyi.console.ConsoleProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes sign-ins and sign-outs to the audit log, and bounds the failed sign-ins of an address. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class SignInAudit {

    private final AuditLog audit;
    private final FailedSignIns failures;

    SignInAudit(AuditLog audit, ConsoleProperties properties, Clock clock) {
        this.audit = audit;
        this.failures = new FailedSignIns(properties.failedSignIns(), clock);
    }

    /** Whether the address of a request has failed too often to try again now. */
    boolean isBlocked(HttpServletRequest request) {
        return failures.areTooMany(request.getRemoteAddr());
    }

    /** @throws AuditFailed if it cannot be written: the person is not signed in then */
    void signedIn(String principal, HttpServletRequest request) {
        Caller caller = new Caller(principal, request.getRemoteAddr());
        audit.record(AuditEvent.accepted(caller, Action.SIGN_IN, null, HttpStatus.OK.value()));
    }

    /** Records a failed sign-in, whose person is not known. */
    void failed(String code, HttpServletRequest request) {
        failures.add(request.getRemoteAddr());
        audit.recordIfPossible(
                AuditEvent.refused(Caller.of(request), Action.SIGN_IN, null, HttpStatus.UNAUTHORIZED.value(), code));
    }

    void signedOut(HttpServletRequest request) {
        audit.recordIfPossible(AuditEvent.accepted(Caller.of(request), Action.SIGN_OUT, null, HttpStatus.OK.value()));
    }
}
