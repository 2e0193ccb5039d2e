package io.quanyi.access;

import io.quanyi.access.AuditedCalls.AuditedCall;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.CallAudit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a line to the audit log for each HTTP call in {@link AuditedCalls} that has not written one itself. */
final class InterfaceAudit extends CallAudit {

    InterfaceAudit(AuditLog audit) {
        super(audit);
    }

    @Override
    protected Optional<Action> action(HttpServletRequest request) {
        return AuditedCalls.of(request).map(AuditedCall::action);
    }

    @Override
    protected @Nullable String programme(HttpServletRequest request) {
        return AuditedCalls.of(request).map(AuditedCall::programme).orElse(null);
    }
}
