package io.quanyi.access.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.source.refusal.CallRefused;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs steps towards a publication, writes each to the audit log, before and after, and counts it. A step that cannot be logged is not run.
 */
@Component
public final class AuditedSteps {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedSteps.class);
    private static final int FAILED = 500;

    private final AuditLog audit;
    private final MeterRegistry meters;

    /** Writes to a log, and counts in a registry. */
    public AuditedSteps(AuditLog audit, MeterRegistry meters) {
        this.audit = audit;
        this.meters = meters;
    }

    /** The status and code with which a refused step is answered. */
    public record Refusal(int status, String code) {}

    /**
     * Runs a step.
     *
     * @param programme the programme that the step is about; null for all
     * @param done the status with which the step is answered if it succeeds
     * @param ofResult adds the result of the step to its event
     * @throws AuditFailed if the log cannot be written; nothing is done then
     * @throws CallRefused if the step is refused
     */
    public <T> T run(
            Caller caller,
            Action action,
            @Nullable String programme,
            int done,
            Supplier<T> step,
            BiFunction<AuditEvent, T, AuditEvent> ofResult) {
        return run(caller, action, programme, done, step, ofResult, e -> null);
    }

    /**
     * Runs a step that other exceptions than {@link CallRefused} may refuse.
     *
     * @param others the answer to another exception that is a refusal; null for one that is none
     * @throws AuditFailed if the log cannot be written; nothing is done then
     */
    public <T> T run(
            Caller caller,
            Action action,
            @Nullable String programme,
            int done,
            Supplier<T> step,
            BiFunction<AuditEvent, T, AuditEvent> ofResult,
            Function<RuntimeException, @Nullable Refusal> others) {
        begin(AuditEvent.begun(caller, action, programme));
        AuditEvent end = AuditEvent.failed(caller, action, programme, FAILED, "internal-error");
        try {
            T result = step.get();
            end = ofResult.apply(AuditEvent.accepted(caller, action, programme, done), result);
            return result;
        } catch (RuntimeException e) {
            Refusal refusal =
                    e instanceof CallRefused refused ? new Refusal(refused.status(), refused.code()) : others.apply(e);
            if (refusal != null) {
                end = AuditEvent.refused(caller, action, programme, refusal.status(), refusal.code());
            }
            throw e;
        } finally {
            // Also if memory or the stack is exhausted
            end(end);
        }
    }

    /** Writes and counts the end of a step. */
    public void end(AuditEvent end) {
        meters.counter(
                        "quanyi.publish",
                        "action",
                        end.action().word(),
                        "outcome",
                        end.outcome().word())
                .increment();
        audit.recordIfPossible(end);
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
