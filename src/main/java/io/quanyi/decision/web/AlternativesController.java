package io.quanyi.decision.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that suggests changes after which a refused service is granted. */
@RestController
class AlternativesController {

    private final DecisionService service;

    AlternativesController(DecisionService service) {
        this.service = service;
    }

    /** Searches for the smallest changes. */
    @PostMapping(
            path = "/v1/alternatives",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "findAlternatives", tags = "decisions")
    ResponseEntity<AlternativesAnswer> search(@RequestBody CustomerRequest request, Language language) {
        var given = service.search(request, language);
        return ResponseEntity.ok()
                .header(DecisionsController.DECIDED_AT, given.decidedAt())
                .body(given.body());
    }
}
