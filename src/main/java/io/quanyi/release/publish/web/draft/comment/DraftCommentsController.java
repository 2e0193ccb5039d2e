package io.quanyi.release.publish.web.draft.comment;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftReview;
import io.quanyi.release.draft.DraftReview.Commented;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftView;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that show, write, answer and settle the comments on a draft. */
@RestController
@RequestMapping(
        path = "/v1/programmes/{programme}/drafts/{draft}/comments",
        produces = MediaType.APPLICATION_JSON_VALUE)
class DraftCommentsController {

    private final DraftService drafts;
    private final DraftReview review;

    DraftCommentsController(DraftService drafts, DraftReview review) {
        this.drafts = drafts;
        this.review = review;
    }

    /** Lists the comments. */
    @GetMapping
    @Operation(operationId = "listDraftComments", tags = "drafts")
    ResponseEntity<DraftCommentList> list(@PathVariable String programme, @PathVariable String draft) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(DraftCommentList.of(drafts.find(programme, draft)));
    }

    /** Writes a comment. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "commentOnDraft", tags = "drafts")
    @BodyRecord(DraftCommentRequest.class)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<DraftCommentLine> comment(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody Tree body,
            HttpServletRequest request) {
        Faults faults = new Faults();
        DraftCommentRequest wish = new RecordBinder(faults).require(body, DraftCommentRequest.class);
        wish.refuse(faults);
        faults.throwIfAny();
        Commented done = review.comment(
                programme,
                draft,
                wish.file(),
                wish.line(),
                wish.sentence(),
                wish.text(),
                Caller.of(request).principal());
        String id = done.comment().id();
        return ResponseEntity.status(done.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/v1/programmes/" + programme + "/drafts/" + draft + "/comments/" + id))
                .body(DraftCommentLine.of(done.view(), done.comment()));
    }

    /** Shows a comment. */
    @GetMapping("/{comment}")
    @Operation(operationId = "showDraftComment", tags = "drafts")
    ResponseEntity<DraftCommentLine> show(
            @PathVariable String programme, @PathVariable String draft, @PathVariable String comment) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(line(drafts.find(programme, draft), comment));
    }

    /** Answers a comment, which opens it again. */
    @PostMapping(path = "/{comment}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "answerDraftComment", tags = "drafts")
    @BodyRecord(DraftAnswerRequest.class)
    DraftCommentLine answer(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String comment,
            @RequestBody Tree body,
            HttpServletRequest request) {
        Faults faults = new Faults();
        DraftAnswerRequest wish = new RecordBinder(faults).require(body, DraftAnswerRequest.class);
        DraftCommentRequest.refuseBlank(wish.text(), faults);
        faults.throwIfAny();
        String by = Caller.of(request).principal();
        return line(review.answer(programme, draft, comment, wish.text(), by), comment);
    }

    /** Says that a comment is settled. */
    @PostMapping("/{comment}/resolve")
    @Operation(operationId = "resolveDraftComment", tags = "drafts")
    DraftCommentLine resolve(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String comment,
            HttpServletRequest request) {
        return line(review.resolve(programme, draft, comment, Caller.of(request).principal()), comment);
    }

    private static DraftCommentLine line(DraftView view, String comment) {
        return view.draft()
                .comments()
                .find(comment)
                .map(found -> DraftCommentLine.of(view, found))
                .orElseThrow(() ->
                        new DraftRefused(DraftRefused.Reason.NOTHING, Fault.at("", "unknown-draft-comment", comment)));
    }
}
