package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftService.Begun;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.NewDraft;
import io.quanyi.release.publish.web.PublishCallReader;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that begin, show and remove drafts. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftsController {

    private final DraftService drafts;

    DraftsController(DraftService drafts) {
        this.drafts = drafts;
    }

    /** Begins a draft. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "createDraft", tags = "drafts")
    @BodyRecord(DraftRequest.class)
    @Parameter(name = PublishCallReader.RETRY_KEY, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<DraftAnswer> create(
            @PathVariable String programme, @RequestBody Tree body, HttpServletRequest request) {
        DraftRequest wish = new RecordBinder(new Faults()).require(body, DraftRequest.class);
        Begun begun = drafts.begin(
                new NewDraft(
                        programme,
                        wish.title(),
                        wish.base(),
                        wish.restores(),
                        PublishCallReader.retry(request, PublishCallReader.digest("draft", body))),
                Caller.of(request).principal());
        String id = begun.view().draft().id();
        return ResponseEntity.status(begun.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/v1/programmes/" + programme + "/drafts/" + id))
                .eTag(DraftTag.of(begun.view()))
                .body(DraftAnswer.of(begun.view()));
    }

    /** Lists the drafts of a programme. */
    @GetMapping
    @Operation(operationId = "listDrafts", tags = "drafts")
    ResponseEntity<DraftList> list(@PathVariable String programme) {
        List<DraftAnswer> all =
                drafts.all(programme).stream().map(DraftAnswer::changesOf).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new DraftList(programme, all));
    }

    /** Shows a draft. */
    @GetMapping("/{draft}")
    @Operation(operationId = "showDraft", tags = "drafts")
    ResponseEntity<DraftAnswer> show(@PathVariable String programme, @PathVariable String draft) {
        DraftView view = drafts.find(programme, draft);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(DraftTag.of(view))
                .body(DraftAnswer.of(view));
    }

    /** Removes a draft. */
    @DeleteMapping("/{draft}")
    @Operation(operationId = "removeDraft", tags = "drafts")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    DraftAnswer remove(@PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        return DraftAnswer.changesOf(drafts.remove(
                programme,
                draft,
                DraftTag.seenDraft(request),
                Caller.of(request).principal()));
    }
}
