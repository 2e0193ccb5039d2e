package io.quanyi.explain.web;

import io.quanyi.decision.advice.Decider;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that explains why a request is answered as it is. */
@RestController
class ExplanationsController {

    private final Decider decider;
    private final Clock clock;

    ExplanationsController(Decider decider, Clock clock) {
        this.decider = decider;
        this.clock = clock;
    }

    /** Explains the answer to one question, also if it is a refusal. */
    @PostMapping(
            path = "/v1/explanations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "explain", tags = "decisions")
    CustomerExplanation explain(@RequestBody CustomerRequest request, Language language) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<PlacedRequest> requests = request.each(now);
        ProgrammeRelease release = decider.resolve(requests, now);
        return CustomerExplanation.of(requests, release, now, language);
    }
}
