package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftUpdate;
import io.quanyi.release.draft.DraftUpdate.Updated;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that brings a draft up to date. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}/drafts/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftUpdateController {

    private final DraftUpdate update;

    DraftUpdateController(DraftUpdate update) {
        this.update = update;
    }

    /** Gives a draft another base. */
    @PostMapping("/update")
    @Operation(operationId = "updateDraft", tags = "drafts")
    @BodyRecord(DraftUpdateRequest.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    ResponseEntity<DraftUpdateAnswer> update(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody(required = false) @Nullable DraftUpdateRequest wish,
            HttpServletRequest request,
            Language language) {
        Updated done = update.update(
                programme,
                draft,
                DraftTag.seenDraft(request),
                wish == null ? null : wish.base(),
                Caller.of(request).principal());
        return ResponseEntity.ok().eTag(DraftTag.of(done.view())).body(DraftUpdateAnswer.of(done, language));
    }
}
