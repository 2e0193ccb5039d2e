package io.quanyi.decision.web;

import io.quanyi.decision.document.BatchRequest.BatchSheetRequest;
import io.quanyi.decision.document.SheetAnswer;
import io.quanyi.decision.document.SheetBatchAnswer;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.DocumentStream;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints that decide every service for one customer, or for each of many. */
@RestController
class SheetController {

    private static final String BATCH = "/v1/entitlements/batch";

    private final DecisionService service;
    private final BatchService batches;

    SheetController(DecisionService service, BatchService batches) {
        this.service = service;
        this.batches = batches;
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

    /** Answers a list of sheet requests with a list, item by item. */
    @PostMapping(path = BATCH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listEntitlementsBatch", tags = "decisions")
    @BodyRecord(BatchSheetRequest.class)
    ResponseEntity<AnswerStream<SheetBatchAnswer>> listEach(DocumentStream documents, Language language) {
        return ResponseEntity.ok(batches.sheets(documents, language));
    }

    /** Answers a line with a line, as they come. */
    @PostMapping(
            path = BATCH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(operationId = "listEntitlementsBatch", tags = "decisions")
    @BodyRecord(BatchSheetRequest.class)
    ResponseEntity<AnswerStream<SheetBatchAnswer>> listLines(DocumentStream documents, Language language) {
        return ResponseEntity.ok(batches.sheets(documents, language));
    }
}
