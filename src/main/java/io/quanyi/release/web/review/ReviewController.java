package io.quanyi.release.web.review;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.web.CachePolicy;
import io.quanyi.release.web.ReleaseLookup;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that show the clauses on which a release rests, and its coverage by cases. */
@RestController
@RequestMapping(
        path = "/v1/programmes/{programme}/releases/{number:[1-9][0-9]{0,8}}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewController {

    private final ReleaseLookup lookup;
    private final CoverageCache coverages;

    ReviewController(ReleaseLookup lookup, CoverageCache coverages) {
        this.lookup = lookup;
        this.coverages = coverages;
    }

    /** Lists the clauses of the document of a release. */
    @GetMapping("/clauses")
    @Operation(operationId = "listClauses", tags = "releases")
    ResponseEntity<ClauseList> clauses(@PathVariable String programme, @PathVariable int number, Language language) {
        ServedState served = lookup.served();
        ProgrammeRelease release = ReleaseLookup.release(served.releases().timelineAtPath(programme), number);
        return CachePolicy.forEver().body(new ClauseListWriter(release, served.cases(), language).list());
    }

    /** Shows the coverage of a release by its cases. */
    @GetMapping("/coverage")
    @Operation(operationId = "showCoverage", tags = "releases")
    ResponseEntity<CoverageAnswer> coverage(
            @PathVariable String programme, @PathVariable int number, Language language) {
        ServedState served = lookup.served();
        ProgrammeRelease release = ReleaseLookup.release(served.releases().timelineAtPath(programme), number);
        return CachePolicy.forEver()
                .body(CoverageAnswer.of(
                        release, coverages.of(release, served.snapshot().tree()), language));
    }
}
