package io.quanyi.release.publish.web;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.Caller;
import io.quanyi.release.Timeline;
import io.quanyi.release.answer.LedgerTag;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.Publisher;
import io.quanyi.release.publish.Rollback;
import io.quanyi.release.publish.Submission;
import io.quanyi.release.publish.Withdrawal;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that publish a release, go back to an earlier one, and withdraw one that is still to come. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}", produces = MediaType.APPLICATION_JSON_VALUE)
class PublishController {

    private final Publisher publisher;
    private final PublicationAudit audit;
    private final LiveReleases releases;

    PublishController(Publisher publisher, PublicationAudit audit, LiveReleases releases) {
        this.publisher = publisher;
        this.audit = audit;
        this.releases = releases;
    }

    /** Publishes a release, or checks it in a dry run. */
    @PostMapping(path = "/releases", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "publishRelease", tags = "publishing")
    @BodyRecord(PublishForm.class)
    @PublishCallReader.Described
    ResponseEntity<PublicationAnswer> publish(
            @PathVariable String programme, HttpServletRequest request, Language language) {
        return answer(programme, request, Action.PUBLISH, language, dryRun -> {
            PublishParts parts = PublishParts.of(request);
            return publisher.publish(new Submission(
                    programme,
                    parts.meta().effectiveFrom(),
                    parts.meta().note(),
                    parts.policy(),
                    parts.catalogue(),
                    parts.calendars(),
                    PublishCallReader.of(request, parts.digest(), dryRun)
                            .accepting(parts.meta().accept())
                            .with(parts.meta().laterReleases())
                            .asking(parts.meta().requests(), programme)));
        });
    }

    /** Publishes an earlier release once more, or checks that in a dry run. */
    @PostMapping(path = "/rollbacks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "rollBack", tags = "publishing")
    @BodyRecord(RollbackRequest.class)
    @PublishCallReader.Described
    ResponseEntity<PublicationAnswer> rollBack(
            @PathVariable String programme, @RequestBody Tree body, HttpServletRequest request, Language language) {
        return answer(programme, request, Action.ROLLBACK, language, dryRun -> {
            RollbackRequest wish = new RecordBinder(new Faults()).require(body, RollbackRequest.class);
            return publisher.rollBack(new Rollback(
                    programme,
                    wish.release(),
                    wish.effectiveFrom(),
                    wish.note(),
                    PublishCallReader.of(request, PublishCallReader.digest("rollback", body), dryRun)
                            .accepting(wish.accept())
                            .with(wish.laterReleases())
                            .asking(wish.requests(), programme)));
        });
    }

    /** Withdraws or postpones a release that is still to come, or checks that in a dry run. */
    @PostMapping(path = "/withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "withdrawRelease", tags = "publishing")
    @BodyRecord(WithdrawalRequest.class)
    @PublishCallReader.Described
    ResponseEntity<PublicationAnswer> withdraw(
            @PathVariable String programme, @RequestBody Tree body, HttpServletRequest request, Language language) {
        return answer(programme, request, Action.WITHDRAWAL, language, dryRun -> {
            WithdrawalRequest wish = new RecordBinder(new Faults()).require(body, WithdrawalRequest.class);
            return publisher.withdraw(new Withdrawal(
                    programme,
                    wish.release(),
                    wish.until(),
                    wish.note(),
                    PublishCallReader.of(request, PublishCallReader.digest("withdrawal", body), dryRun)
                            .accepting(wish.accept())
                            .with(wish.laterReleases())
                            .asking(wish.requests(), programme)));
        });
    }

    private ResponseEntity<PublicationAnswer> answer(
            String programme,
            HttpServletRequest request,
            Action action,
            Language language,
            Function<Boolean, Publication> work) {
        Timeline timeline = releases.current().releases().timelineAtPath(programme);
        boolean dryRun = DryRunQuery.asked(request);
        Action audited = dryRun ? Action.DRY_RUN : action;
        Publication publication = audit.publish(Caller.of(request), audited, programme, () -> {
            PublishCallReader.refuseBlind(request, dryRun);
            return work.apply(dryRun);
        });
        boolean stored = publication.outcome() != Outcome.TRIED;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(LedgerTag.of(publication.ledger(), language));
        if (stored) {
            int number = publication.entry().number();
            answer.location(URI.create("/v1/programmes/" + programme + "/releases/" + number));
        }
        return answer.body(
                PublicationAnswer.of(publication, timeline.programme().zone(), language));
    }
}
