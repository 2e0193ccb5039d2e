package io.quanyi.release.web.review;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.web.CachePolicy;
import io.quanyi.release.web.ReleaseLookup;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that finds clauses of the document in force. */
@RestController
class ClauseSearchController {

    private final ReleaseLookup lookup;

    ClauseSearchController(ReleaseLookup lookup) {
        this.lookup = lookup;
    }

    /** Finds the clauses with a number or with words. */
    @GetMapping(path = "/v1/programmes/{programme}/clauses", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "findClauses", tags = "programmes")
    @Parameter(name = "clause", in = ParameterIn.QUERY, schema = @Schema(types = "string", maxLength = 100))
    @Parameter(name = "words", in = ParameterIn.QUERY, schema = @Schema(types = "string", maxLength = 100))
    @Parameter(name = "at", in = ParameterIn.QUERY, schema = @Schema(types = "string", format = "date-time"))
    @Parameter(
            name = "release",
            in = ParameterIn.QUERY,
            schema = @Schema(types = "integer", format = "int32", minimum = "1"))
    ResponseEntity<ClauseList> find(@PathVariable String programme, HttpServletRequest request, Language language) {
        ServedState served = lookup.served();
        ClauseSearch search = ClauseSearch.of(request);
        ProgrammeRelease release =
                lookup.release(served.releases().timelineAtPath(programme), search.release(), search.at());
        return (search.pinned() ? CachePolicy.forEver() : CachePolicy.whileItHolds())
                .body(new ClauseListWriter(release, served.cases(), language).list(search));
    }
}
