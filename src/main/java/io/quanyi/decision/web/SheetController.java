package io.quanyi.decision.web;

import io.quanyi.decision.request.SheetRequest;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that decides every service for one customer. */
@RestController
class SheetController {

    private final DecisionService service;

    SheetController(DecisionService service) {
        this.service = service;
    }

    /** Lists a decision or a problem for each service. */
    @PostMapping(
            path = "/v1/entitlements",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listEntitlements", tags = "decisions")
    ResponseEntity<SheetAnswer> list(@RequestBody SheetRequest request, Language language) {
        var given = service.list(request, language);
        return ResponseEntity.ok()
                .header(DecisionsController.DECIDED_AT, given.decidedAt())
                .body(given.body());
    }
}
