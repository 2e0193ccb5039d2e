package io.quanyi.explain.web;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.DraftReleases;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.explain.CustomerExplanation;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints that explain why a request is answered as it is: by the release that it is about, or by a draft. */
@RestController
class ExplanationsController {

    private final Decider decider;
    private final DraftReleases drafts;
    private final Clock clock;

    ExplanationsController(Decider decider, DraftReleases drafts, Clock clock) {
        this.decider = decider;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Explains the answer to one question, also if it is a refusal. */
    @PostMapping(
            path = "/v1/explanations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "explain", tags = "decisions")
    CustomerExplanation explain(@RequestBody CustomerRequest request, Language language) {
        return explain(decider, request, language);
    }

    /** Explains the answer that a draft would give to one question. */
    @PostMapping(
            path = "/v1/programmes/{programme}/drafts/{draft}/explanations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "explainByDraft", tags = "drafts")
    CustomerExplanation explainByDraft(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody CustomerRequest request,
            Language language) {
        return explain(new Decider(drafts.of(programme, draft)), request, language);
    }

    private CustomerExplanation explain(Decider by, CustomerRequest request, Language language) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<PlacedRequest> requests = request.each(now);
        ProgrammeRelease release = by.resolve(requests, now);
        return CustomerExplanation.of(requests, release, now, language);
    }
}
