package io.quanyi.release.web;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.answer.LedgerLine;
import io.quanyi.release.answer.LedgerTag;
import io.quanyi.release.live.ServedState;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that show the ledger of a programme and the rules of each release. */
@RestController
@RequestMapping("/v1/programmes/{programme}/releases")
class ReleasesController {

    private static final String NUMBER = "/{number:[1-9][0-9]{0,8}}";

    private final ReleaseLookup lookup;

    ReleasesController(ReleaseLookup lookup) {
        this.lookup = lookup;
    }

    /** Lists the releases. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listReleases", tags = "releases")
    ResponseEntity<LedgerAnswer> releases(@PathVariable String programme, Language language) {
        Timeline timeline = lookup.timeline(programme);
        var lines = timeline.entries().stream()
                .map(entry -> LedgerLine.of(entry, language))
                .toList();
        return CachePolicy.whileItHolds()
                .eTag(LedgerTag.of(timeline.digest(), language))
                .body(new LedgerAnswer(programme, lines));
    }

    /** Shows the ledger entry of a release. */
    @GetMapping(path = NUMBER, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "showRelease", tags = "releases")
    ResponseEntity<LedgerLine> release(@PathVariable String programme, @PathVariable int number, Language language) {
        LedgerEntry entry = ReleaseLookup.entry(lookup.timeline(programme), number);
        return CachePolicy.forEver().body(LedgerLine.of(entry, language));
    }

    /** Lists the rules of a release. */
    @GetMapping(path = NUMBER + "/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listRules", tags = "releases")
    ResponseEntity<RuleList> rules(@PathVariable String programme, @PathVariable int number, Language language) {
        ProgrammeRelease release = ReleaseLookup.release(lookup.timeline(programme), number);
        var lines = release.policy().rules().stream()
                .map(rule -> RuleList.RuleLine.of(rule, language))
                .sorted(Comparator.comparing(RuleList.RuleLine::id))
                .toList();
        return CachePolicy.forEver().body(new RuleList(release.id(), lines));
    }

    /** Shows a rule. */
    @GetMapping(path = NUMBER + "/rules/{rule}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "showRule", tags = "releases")
    ResponseEntity<RuleAnswer> rule(
            @PathVariable String programme, @PathVariable int number, @PathVariable String rule, Language language) {
        ServedState served = lookup.served();
        ProgrammeRelease release = ReleaseLookup.release(served.releases().timelineAtPath(programme), number);
        RuleInfo found = ReleaseLookup.rule(release, rule);
        String href = "/v1/programmes/" + programme + "/releases/" + number + "/rules/" + found.id();
        return CachePolicy.forEver()
                .varyBy(HttpHeaders.ACCEPT)
                .body(RuleAnswer.of(
                        release,
                        found,
                        served.cases().of(release.id(), found.id()),
                        new RuleAnswer.TextLink(href, MediaType.TEXT_PLAIN_VALUE),
                        language));
    }

    /** Shows a rule as its author wrote it. */
    @GetMapping(path = NUMBER + "/rules/{rule}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "showRule", tags = "releases")
    ResponseEntity<String> ruleText(
            @PathVariable String programme, @PathVariable int number, @PathVariable String rule) {
        ProgrammeRelease release = ReleaseLookup.release(lookup.timeline(programme), number);
        RuleInfo found = ReleaseLookup.rule(release, rule);
        return CachePolicy.forEver()
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(release.policy().text(found.id()));
    }
}
