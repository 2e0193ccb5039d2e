package io.quanyi.release.publish.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.Caller;
import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.PublishRefused;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Runs publishing calls and writes each to the audit log, before and after. A call that cannot be logged is not run.
 */
@Component
class PublicationAudit {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationAudit.class);

    private final AuditLog audit;
    private final MeterRegistry meters;

    PublicationAudit(AuditLog audit, MeterRegistry meters) {
        this.audit = audit;
        this.meters = meters;
    }

    /** @throws PublishRefused if the publication is refused */
    Publication publish(Caller caller, Action action, String programme, Supplier<Publication> publishing) {
        return publish(
                caller,
                action,
                programme,
                publishing,
                (accepted, publication) -> accepted.ofRelease(
                                publication.entry().number(),
                                publication.entry().digest())
                        .accepting(publication.entry().accept()));
    }

    /**
     * The same for calendars, which belong to all programmes.
     *
     * @throws PublishRefused if the publication is refused
     */
    CalendarPublication publishCalendars(Caller caller, Action action, Supplier<CalendarPublication> publishing) {
        return publish(caller, action, null, publishing, (accepted, publication) -> accepted);
    }

    private <T> T publish(
            Caller caller,
            Action action,
            @Nullable String programme,
            Supplier<T> publishing,
            BiFunction<AuditEvent, T, AuditEvent> ofResult) {
        begin(caller, action, programme);
        AuditEvent end = failed(caller, action, programme);
        try {
            T publication = publishing.get();
            int status = action == Action.DRY_RUN ? HttpStatus.OK.value() : HttpStatus.CREATED.value();
            end = ofResult.apply(AuditEvent.accepted(caller, action, programme, status), publication);
            return publication;
        } catch (PublishRefused e) {
            int status = e.reason().status();
            end = AuditEvent.refused(
                    caller, action, programme, status, e.reason().code());
            throw e;
        } catch (FaultsFound | MultipartException e) {
            end = AuditEvent.refused(caller, action, programme, HttpStatus.BAD_REQUEST.value(), "malformed");
            throw e;
        } catch (BoundExceeded e) {
            Problem answered = e.problem(Language.ENGLISH);
            end = AuditEvent.refused(caller, action, programme, answered.status(), answered.code());
            throw e;
        } catch (ResponseStatusException e) {
            int status = e.getStatusCode().value();
            end = AuditEvent.refused(caller, action, programme, status, "precondition-required");
            throw e;
        } finally {
            // Also if memory or the stack is exhausted
            end(end);
        }
    }

    /** Runs a check of the store and writes its result to the audit log. */
    <T> T refresh(Caller caller, Supplier<T> refreshing) {
        AuditEvent end = failed(caller, Action.REFRESH, null);
        try {
            T refreshed = refreshing.get();
            end = AuditEvent.accepted(caller, Action.REFRESH, null, HttpStatus.OK.value());
            return refreshed;
        } finally {
            end(end);
        }
    }

    private static AuditEvent failed(Caller caller, Action action, @Nullable String programme) {
        return AuditEvent.failed(caller, action, programme, HttpStatus.INTERNAL_SERVER_ERROR.value(), "internal-error");
    }

    private void begin(Caller caller, Action action, @Nullable String programme) {
        try {
            audit.record(AuditEvent.begun(caller, action, programme));
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written, nothing is published", e);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "audit", e);
        }
    }

    /** Writes the result of a call to the audit log. A failure to write is logged and changes nothing else. */
    private void end(AuditEvent event) {
        meters.counter(
                        "quanyi.publish",
                        "action",
                        event.action().word(),
                        "outcome",
                        event.outcome().word())
                .increment();
        try {
            audit.record(event);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written: {}", event, e);
        }
    }
}
