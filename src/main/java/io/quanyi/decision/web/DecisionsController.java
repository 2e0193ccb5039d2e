package io.quanyi.decision.web;

import io.quanyi.decision.advice.DraftReleases;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.document.AnswerWithCore;
import io.quanyi.decision.document.DecisionAnswer;
import io.quanyi.decision.web.DecisionService.TimedAnswer;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints that decide one request: by the release that it is about, or by a draft. */
@RestController
class DecisionsController {

    static final String DECIDED_AT = "Quanyi-Decided-At";

    private final DecisionService service;
    private final DraftReleases drafts;

    DecisionsController(DecisionService service, DraftReleases drafts) {
        this.service = service;
        this.drafts = drafts;
    }

    /** Answers one question. */
    @PostMapping(
            path = "/v1/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "decide", tags = "decisions")
    ResponseEntity<DecisionAnswer> decide(@RequestBody CustomerRequest request, Language language) {
        return answer(service.decide(request, language));
    }

    /** Answers one question by a draft. */
    @PostMapping(
            path = "/v1/programmes/{programme}/drafts/{draft}/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "decideByDraft", tags = "drafts")
    ResponseEntity<DecisionAnswer> decideByDraft(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody CustomerRequest request,
            Language language) {
        return answer(service.tryOut(drafts.of(programme, draft), request, language));
    }

    private static ResponseEntity<DecisionAnswer> answer(TimedAnswer<AnswerWithCore> given) {
        return ResponseEntity.ok()
                .header(DECIDED_AT, given.decidedAt())
                .header("Quanyi-Core", given.body().core())
                .body(given.body().answer());
    }
}
