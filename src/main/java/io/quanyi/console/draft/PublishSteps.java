package io.quanyi.console.draft;

import io.quanyi.access.audit.AuditEvent;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.AuditedSteps.Refusal;
import io.quanyi.access.audit.Caller;
import io.quanyi.console.FormFields;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftPublisher;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.PublishRefused;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The steps of a draft towards its publication, each for the state that the form has shown, and each in the audit log. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class PublishSteps {

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final DraftReview review;
    private final DraftPublisher publisher;
    private final AuditedSteps steps;

    PublishSteps(DraftReview review, DraftPublisher publisher, AuditedSteps steps) {
        this.review = review;
        this.publisher = publisher;
        this.steps = steps;
    }

    /** How many people have to approve a draft before it is published. */
    int approvals() {
        return publisher.approvals();
    }

    /** Offers the draft for publication. */
    DraftView submit(DraftScreen screen, FormFields form, DraftPlan plan) {
        return run(
                screen,
                Action.SUBMIT,
                () -> review.submit(screen.programme().id(), id(screen), DraftOverviewController.seen(form), plan),
                (event, view) -> event);
    }

    /** Approves the draft as it is. */
    DraftView approve(DraftScreen screen, FormFields form) {
        return run(
                screen,
                Action.APPROVE,
                () -> review.approve(
                        screen.programme().id(), id(screen), DraftOverviewController.seen(form), screen.caller()),
                (event, view) -> event);
    }

    /** Publishes the draft. */
    Publication publish(DraftScreen screen, FormFields form) {
        return run(
                screen,
                Action.PUBLISH,
                () -> publisher.publish(
                        screen.programme().id(),
                        id(screen),
                        DraftOverviewController.seen(form),
                        screen.caller(),
                        () -> false),
                (event, done) -> event.ofRelease(
                                done.entry().number(), done.entry().digest())
                        .accepting(done.entry().accept()));
    }

    private <T> T run(
            DraftScreen screen, Action action, Supplier<T> step, BiFunction<AuditEvent, T, AuditEvent> ofResult) {
        return steps.run(
                Caller.of(screen.request()),
                action,
                screen.programme().id(),
                OK,
                step,
                ofResult,
                PublishSteps::refusal);
    }

    private static @Nullable Refusal refusal(RuntimeException e) {
        if (e instanceof DraftRefused refused) {
            return new Refusal(CONFLICT, refused.reason().code());
        }
        return e instanceof PublishRefused refused
                ? new Refusal(refused.reason().status(), refused.reason().code())
                : null;
    }

    private static String id(DraftScreen screen) {
        return screen.view().draft().id();
    }
}
