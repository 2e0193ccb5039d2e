package io.quanyi.release.web;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that give the files of a release in the form in which they are published, to be edited and sent back. They are given for
 * every value of {@code Accept}: generated clients ask for the type of the problems.
 */
@RestController
@RequestMapping("/v1/programmes/{programme}/files")
class FilesController {

    private static final String YAML = "application/yaml";
    private static final String ZIP = "application/zip";

    private final ReleaseLookup lookup;

    FilesController(ReleaseLookup lookup) {
        this.lookup = lookup;
    }

    /** Gives the catalogue. */
    @GetMapping("/catalogue")
    @Operation(operationId = "downloadCatalogue", tags = "releases")
    @InForceQuery.Described
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = YAML, schema = @Schema(types = "string", format = "binary")))
    ResponseEntity<byte[]> catalogue(@PathVariable String programme, HttpServletRequest request) {
        return download(programme, request, PartKind.CATALOGUE);
    }

    /** Gives the rules, cases and clauses. */
    @GetMapping("/policy")
    @Operation(operationId = "downloadPolicy", tags = "releases")
    @InForceQuery.Described
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(types = "string", format = "binary")))
    ResponseEntity<byte[]> policy(@PathVariable String programme, HttpServletRequest request) {
        return download(programme, request, PartKind.POLICY);
    }

    /** Gives the calendars. */
    @GetMapping("/calendars")
    @Operation(operationId = "downloadCalendars", tags = "releases")
    @InForceQuery.Described
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(types = "string", format = "binary")))
    ResponseEntity<byte[]> calendars(@PathVariable String programme, HttpServletRequest request) {
        return download(programme, request, PartKind.CALENDARS);
    }

    private ResponseEntity<byte[]> download(String programme, HttpServletRequest request, PartKind kind) {
        ServedState served = lookup.served();
        InForceQuery query = InForceQuery.of(request);
        ReleaseId id = lookup.release(served.releases().timelineAtPath(programme), query)
                .id();
        String version = kind.version(id);
        List<SourceFile> files = served.snapshot().tree().below(kind.folder(programme, version));
        boolean single = kind == PartKind.CATALOGUE;
        String name = String.join("-", programme, kind.id(), version) + (single ? ".yaml" : ".zip");
        return CachePolicy.of(query)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.valueOf(single ? YAML : ZIP))
                .body(single ? files.get(0).bytes() : zip(files));
    }

    private static byte[] zip(List<SourceFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SourceTree.writeZip(bytes, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
