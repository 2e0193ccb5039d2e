package io.quanyi.console.draft;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.console.FormFields;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftPublisher;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.publish.Publication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The steps of a draft towards its publication, each for the state that the form has shown, and each in the audit log. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class PublishSteps {

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
        return steps.run(
                Caller.of(screen.request()),
                Action.SUBMIT,
                screen.programme().id(),
                HttpStatus.SEE_OTHER.value(),
                () -> review.submit(screen.programme().id(), id(screen), DraftOverviewController.seen(form), plan),
                (event, view) -> event);
    }

    /** Approves the draft as it is. */
    DraftView approve(DraftScreen screen, FormFields form) {
        return steps.run(
                Caller.of(screen.request()),
                Action.APPROVE,
                screen.programme().id(),
                HttpStatus.SEE_OTHER.value(),
                () -> review.approve(
                        screen.programme().id(), id(screen), DraftOverviewController.seen(form), screen.caller()),
                (event, view) -> event);
    }

    /** Publishes the draft. */
    Publication publish(DraftScreen screen, FormFields form) {
        return steps.run(
                Caller.of(screen.request()),
                Action.PUBLISH,
                screen.programme().id(),
                HttpStatus.SEE_OTHER.value(),
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

    private static String id(DraftScreen screen) {
        return screen.view().draft().id();
    }
}
