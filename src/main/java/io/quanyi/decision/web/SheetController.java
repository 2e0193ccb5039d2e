package io.quanyi.decision.web;

import io.quanyi.decision.SheetRequest;
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

/** Shows the whole sheet of a customer. */
@RestController
class SheetController {

    private final DecisionDesk desk;

    SheetController(DecisionDesk desk) {
        this.desk = desk;
    }

    /** Decides every service. */
    @PostMapping(
            path = "/v1/entitlements",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listEntitlements",
            tags = "decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = SheetRequest.class))))
    ResponseEntity<SheetAnswer> list(@RequestBody Tree body, Language language) {
        var given = desk.list(Requests.bound(body, SheetRequest.class), language);
        return ResponseEntity.ok()
                .header(DecisionsController.DECIDED_AT, given.decidedAt())
                .body(given.body());
    }
}
