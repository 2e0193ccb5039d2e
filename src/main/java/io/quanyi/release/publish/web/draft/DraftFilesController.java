package io.quanyi.release.publish.web.draft;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.draft.DraftEditor;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftView;
import io.quanyi.source.SourceFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that read, write and leave out the files of a draft, each by its name. */
@RestController
@RequestMapping("/v1/programmes/{programme}/drafts/{draft}/files/{file}")
class DraftFilesController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String YAML = "application/yaml";

    private final DraftService drafts;
    private final DraftEditor editor;

    DraftFilesController(DraftService drafts, DraftEditor editor) {
        this.drafts = drafts;
        this.editor = editor;
    }

    /** Gives a file as the draft has it: as text, for every value of {@code Accept}. */
    @GetMapping
    @Operation(operationId = "showDraftFile", tags = "drafts")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(types = "string")))
    ResponseEntity<byte[]> show(@PathVariable String programme, @PathVariable String draft, @PathVariable String file) {
        SourceFile found = drafts.file(programme, draft, file);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(DraftTag.of(DraftService.digest(found)))
                .contentType(TEXT)
                .body(found.bytes());
    }

    /** Writes a file. */
    @PutMapping(
            consumes = {MediaType.TEXT_PLAIN_VALUE, YAML, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "writeDraftFile",
            tags = "drafts",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(types = "string")),
                                @Content(mediaType = YAML, schema = @Schema(types = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(types = "string", format = "binary"))
                            }))
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    ResponseEntity<DraftAnswer> write(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String file,
            @RequestBody byte[] bytes,
            HttpServletRequest request) {
        SourceFile written = new SourceFile(file, bytes);
        DraftView view = editor.write(
                programme,
                draft,
                written,
                DraftTag.seenFile(request),
                Caller.of(request).principal());
        return ResponseEntity.ok()
                .eTag(DraftTag.of(DraftService.digest(written)))
                .body(DraftAnswer.changesOf(view));
    }

    /** Leaves a file out. */
    @DeleteMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "leaveOutDraftFile", tags = "drafts")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(types = "string"))
    DraftAnswer leaveOut(
            @PathVariable String programme,
            @PathVariable String draft,
            @PathVariable String file,
            HttpServletRequest request) {
        return DraftAnswer.changesOf(editor.leaveOut(
                programme,
                draft,
                file,
                DraftTag.seenFile(request),
                Caller.of(request).principal()));
    }
}
