package io.quanyi.decision.web;

import io.quanyi.decision.document.BatchAnswer;
import io.quanyi.decision.document.BatchRequest.BatchQuestion;
import io.quanyi.text.Language;
import io.quanyi.wire.AnswerStream;
import io.quanyi.wire.DocumentStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
    @Operation(
            operationId = "decideBatch",
            tags = "decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            array =
                                                    @ArraySchema(
                                                            schema = @Schema(implementation = BatchQuestion.class)))))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = BatchAnswer.class))))
    ResponseEntity<AnswerStream<BatchAnswer>> list(DocumentStream documents, Language language) {
        return ResponseEntity.ok(service.decisions(documents, language));
    }

    /** Answers a line with a line, as they come. */
    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "decideBatch",
            tags = "decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = BatchQuestion.class))))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = BatchAnswer.class)))
    ResponseEntity<AnswerStream<BatchAnswer>> lines(DocumentStream documents, Language language) {
        return ResponseEntity.ok(service.decisions(documents, language));
    }
}
