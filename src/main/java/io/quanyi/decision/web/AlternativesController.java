package io.quanyi.decision.web;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what would make a refusal a yes. */
@RestController
class AlternativesController {

    private final DecisionDesk desk;

    AlternativesController(DecisionDesk desk) {
        this.desk = desk;
    }

    /** Searches for the smallest changes. */
    @PostMapping(
            path = "/v1/alternatives",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "findAlternatives",
            tags = "decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = DecisionRequest.class))))
    ResponseEntity<AlternativesAnswer> search(@RequestBody Tree body, Language language) {
        var given = desk.search(Requests.bound(body, DecisionRequest.class), language);
        return ResponseEntity.ok()
                .header(DecisionsController.DECIDED_AT, given.decidedAt())
                .body(given.body());
    }
}
