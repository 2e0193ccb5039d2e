package io.quanyi.release.publish.web;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.AuditedSteps.Refusal;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Runs publishing calls and writes each to the audit log, before and after. A call that cannot be logged is not run.
 */
@Component
class PublicationAudit {

    private final AuditedSteps steps;

    PublicationAudit(AuditedSteps steps) {
        this.steps = steps;
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
        HttpStatus done = action == Action.DRY_RUN ? HttpStatus.OK : HttpStatus.CREATED;
        return steps.run(caller, action, programme, done.value(), publishing, ofResult, PublicationAudit::refusal);
    }

    /** The answer to an exception while the call is read. */
    private static @Nullable Refusal refusal(RuntimeException e) {
        if (e instanceof FaultsFound || e instanceof MultipartException) {
            return new Refusal(HttpStatus.BAD_REQUEST.value(), "malformed");
        }
        if (e instanceof BoundExceeded exceeded) {
            Problem answered = exceeded.problem(Language.ENGLISH);
            return new Refusal(answered.status(), answered.code());
        }
        return e instanceof ResponseStatusException refused
                ? new Refusal(refused.getStatusCode().value(), "precondition-required")
                : null;
    }

    /** Runs a check of the store and writes its result to the audit log. */
    <T> T refresh(Caller caller, Supplier<T> refreshing) {
        AuditEvent end = AuditEvent.failed(
                caller, Action.REFRESH, null, HttpStatus.INTERNAL_SERVER_ERROR.value(), "internal-error");
        try {
            T refreshed = refreshing.get();
            end = AuditEvent.accepted(caller, Action.REFRESH, null, HttpStatus.OK.value());
            return refreshed;
        } finally {
            steps.end(end);
        }
    }
}
