package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftPublisher;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.web.ClientConnection;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that submit, approve and publish a draft, each for the state of it that the caller has seen. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}/drafts/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftReviewController {

    private final DraftReview review;
    private final DraftPublisher publisher;
    private final AuditedSteps steps;
    private final Clock clock;

    DraftReviewController(DraftReview review, DraftPublisher publisher, AuditedSteps steps, Clock clock) {
        this.review = review;
        this.publisher = publisher;
        this.steps = steps;
        this.clock = clock;
    }

    /** Offers a draft for publication. */
    @PostMapping(path = "/submit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "submitDraft", tags = "drafts")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    ResponseEntity<DraftAnswer> submit(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody DraftPlanRequest wish,
            HttpServletRequest request) {
        Predicate<String> seen = DraftTag.seenDraft(request);
        Caller caller = Caller.of(request);
        DraftPlan plan = new DraftPlan(
                wish.effectiveFrom(),
                wish.note(),
                wish.accept(),
                wish.laterReleases(),
                caller.principal(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        return answer(steps.run(
                caller,
                Action.SUBMIT,
                programme,
                HttpStatus.OK.value(),
                () -> review.submit(programme, draft, seen, plan),
                (event, view) -> event));
    }

    /** Approves a draft as it is. */
    @PostMapping("/approve")
    @Operation(operationId = "approveDraft", tags = "publishing")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    ResponseEntity<DraftAnswer> approve(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        Predicate<String> seen = DraftTag.seenDraft(request);
        Caller caller = Caller.of(request);
        return answer(steps.run(
                caller,
                Action.APPROVE,
                programme,
                HttpStatus.OK.value(),
                () -> review.approve(programme, draft, seen, caller.principal()),
                (event, view) -> event));
    }

    /** Publishes a draft. */
    @PostMapping("/publish")
    @Operation(operationId = "publishDraft", tags = "publishing")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<DraftPublicationAnswer> publish(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request, Language language) {
        Predicate<String> seen = DraftTag.seenDraft(request);
        Caller caller = Caller.of(request);
        Publication publication = steps.run(
                caller,
                Action.PUBLISH,
                programme,
                HttpStatus.CREATED.value(),
                () -> publisher.publish(
                        programme, draft, seen, caller.principal(), ClientConnection.of(request)::isClosed),
                (event, done) -> event.ofRelease(
                                done.entry().number(), done.entry().digest())
                        .accepting(done.entry().accept()));
        DraftPublicationAnswer answer = DraftPublicationAnswer.of(publication, language);
        return ResponseEntity.status(answer.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/v1/programmes/" + programme + "/releases/"
                        + publication.entry().number()))
                .body(answer);
    }

    private static ResponseEntity<DraftAnswer> answer(DraftView view) {
        return ResponseEntity.ok().eTag(DraftTag.of(view)).body(DraftAnswer.of(view));
    }
}
