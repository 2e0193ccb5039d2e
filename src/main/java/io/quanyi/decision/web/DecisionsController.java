package io.quanyi.decision.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that decides one request. */
@RestController
class DecisionsController {

    static final String DECIDED_AT = "Quanyi-Decided-At";

    private final DecisionService service;

    DecisionsController(DecisionService service) {
        this.service = service;
    }

    /** Answers one question. */
    @PostMapping(
            path = "/v1/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "decide", tags = "decisions")
    ResponseEntity<DecisionAnswer> decide(@RequestBody CustomerRequest request, Language language) {
        var given = service.decide(request, language);
        return ResponseEntity.ok()
                .header(DECIDED_AT, given.decidedAt())
                .header("Quanyi-Core", given.body().core())
                .body(given.body().answer());
    }
}
