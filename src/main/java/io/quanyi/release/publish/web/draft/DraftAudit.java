package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.AuditedSteps.Refusal;
import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.publish.PublishRefused;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Runs the steps of a draft towards its publication and writes each to the audit log, before and after. A step that cannot
 * be logged is not run.
 */
@Component
class DraftAudit {

    private final AuditedSteps steps;

    DraftAudit(AuditedSteps steps) {
        this.steps = steps;
    }

    /** @param ofResult adds the result of the step to its event */
    <T> T run(
            Caller caller,
            Action action,
            String programme,
            Supplier<T> step,
            BiFunction<AuditEvent, T, AuditEvent> ofResult) {
        try {
            return steps.run(caller, action, programme, HttpStatus.OK.value(), step, ofResult, DraftAudit::refusal);
        } catch (AuditFailed e) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "audit", e);
        }
    }

    private static @Nullable Refusal refusal(RuntimeException e) {
        if (e instanceof DraftRefused refused) {
            return new Refusal(
                    DraftAdvice.status(refused.reason()).value(),
                    refused.reason().code());
        }
        return e instanceof PublishRefused refused
                ? new Refusal(refused.reason().status(), refused.reason().code())
                : null;
    }
}
