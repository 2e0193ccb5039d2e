package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.publish.PublishRefused;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Runs the steps of a draft towards its publication and writes each to the audit log, before and after. A step that cannot
 * be logged is not run.
 */
@Component
class DraftAudit {

    private static final Logger LOG = LoggerFactory.getLogger(DraftAudit.class);

    private final AuditLog audit;

    DraftAudit(AuditLog audit) {
        this.audit = audit;
    }

    /** @param ofResult adds to the event what came of the step */
    <T> T run(
            Caller caller,
            Action action,
            String programme,
            Supplier<T> step,
            BiFunction<AuditEvent, T, AuditEvent> ofResult) {
        begin(AuditEvent.begun(caller, action, programme));
        AuditEvent end = AuditEvent.failed(
                caller, action, programme, HttpStatus.INTERNAL_SERVER_ERROR.value(), "internal-error");
        try {
            T done = step.get();
            end = ofResult.apply(AuditEvent.accepted(caller, action, programme, HttpStatus.OK.value()), done);
            return done;
        } catch (DraftRefused e) {
            int status = DraftAdvice.status(e.reason()).value();
            end = AuditEvent.refused(
                    caller, action, programme, status, e.reason().code());
            throw e;
        } catch (PublishRefused e) {
            end = AuditEvent.refused(
                    caller, action, programme, e.reason().status(), e.reason().code());
            throw e;
        } finally {
            // Also if memory or the stack is exhausted
            end(end);
        }
    }

    private void begin(AuditEvent event) {
        try {
            audit.record(event);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written, nothing is done", e);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "audit", e);
        }
    }

    /** A failure to write is logged and changes nothing else. */
    private void end(AuditEvent event) {
        try {
            audit.record(event);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written: {}", event, e);
        }
    }
}
