package io.quanyi.access.audit;

import io.quanyi.access.audit.AuditEvent.Action;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs steps towards a publication and writes each to the audit log, before and after. A step that cannot be logged is not run. */
@Component
public final class AuditedSteps {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedSteps.class);
    private static final int FAILED = 500;

    private final AuditLog audit;
    private final Consumer<AuditEvent> ended;

    @Autowired
    AuditedSteps(AuditLog audit) {
        this(audit, end -> {});
    }

    /**
     * Writes to a log.
     *
     * @param ended gets the event that ends each step, whether it can be written or not
     */
    public AuditedSteps(AuditLog audit, Consumer<AuditEvent> ended) {
        this.audit = audit;
        this.ended = ended;
    }

    /** The status and code with which a refused step is answered. */
    public record Refusal(int status, String code) {}

    /**
     * Runs a step.
     *
     * @param programme the programme that the step is about; null for all
     * @param done the status with which the step is answered if it succeeds
     * @param ofResult adds the result of the step to its event
     * @param refusals the answer to an exception that is a refusal; null for any other
     * @throws AuditFailed if the log cannot be written; nothing is done then
     */
    public <T> T run(
            Caller caller,
            Action action,
            @Nullable String programme,
            int done,
            Supplier<T> step,
            BiFunction<AuditEvent, T, AuditEvent> ofResult,
            Function<RuntimeException, @Nullable Refusal> refusals) {
        begin(AuditEvent.begun(caller, action, programme));
        AuditEvent end = AuditEvent.failed(caller, action, programme, FAILED, "internal-error");
        try {
            T result = step.get();
            end = ofResult.apply(AuditEvent.accepted(caller, action, programme, done), result);
            return result;
        } catch (RuntimeException e) {
            Refusal refusal = refusals.apply(e);
            if (refusal != null) {
                end = AuditEvent.refused(caller, action, programme, refusal.status(), refusal.code());
            }
            throw e;
        } finally {
            // Also if memory or the stack is exhausted
            ended.accept(end);
            audit.recordIfPossible(end);
        }
    }

    private void begin(AuditEvent event) {
        try {
            audit.record(event);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written, nothing is done", e);
            throw e;
        }
    }
}
