package io.quanyi.decision.web;

import bench.http.RequestWork;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.document.AnswerWithCore;
import io.quanyi.decision.document.DecisionAnswer;
import io.quanyi.decision.web.DecisionService.TimedAnswer;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * An endpoint that decides nothing: it reads the same body into the same record as {@code /v1/decisions}, through the same filters, and sends
 * the first answer again. What a decision costs is the difference. It is there only where the class path has the benchmarks.
 */
@RestController
class FloorController {

    private final DecisionService service;
    private volatile @Nullable TimedAnswer<AnswerWithCore> first;

    FloorController(DecisionService service) {
        this.service = service;
    }

    @GetMapping(path = RequestWork.PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    String work() {
        return RequestWork.now().written();
    }

    @PostMapping(
            path = "/v1/decisions/floor",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DecisionAnswer> answer(@RequestBody CustomerRequest request, Language language) {
        TimedAnswer<AnswerWithCore> answer = first;
        if (answer == null) {
            answer = service.decide(request, language);
            first = answer;
        }
        return ResponseEntity.ok()
                .header(DecisionsController.DECIDED_AT, answer.decidedAt())
                .header("Quanyi-Core", answer.body().core())
                .body(answer.body().answer());
    }
}
