package io.quanyi.decision.web;

import io.quanyi.decision.document.BatchAnswer;
import io.quanyi.decision.document.BatchRequest.BatchQuestion;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.DocumentStream;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that decides a batch of requests, each by itself. */
@RestController
class BatchController {

    private static final String PATH = "/v1/decisions/batch";

    private final BatchService service;

    BatchController(BatchService service) {
        this.service = service;
    }

    /** Answers a list with a list, item by item. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "decideBatch", tags = "decisions")
    @BodyRecord(BatchQuestion.class)
    ResponseEntity<AnswerStream<BatchAnswer>> list(DocumentStream documents, Language language) {
        return ResponseEntity.ok(service.decisions(documents, language));
    }

    /** Answers a line with a line, as they come. */
    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(operationId = "decideBatch", tags = "decisions")
    @BodyRecord(BatchQuestion.class)
    ResponseEntity<AnswerStream<BatchAnswer>> lines(DocumentStream documents, Language language) {
        return ResponseEntity.ok(service.decisions(documents, language));
    }
}
