package io.quanyi.authzen.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanyi.authzen.AskedEntities;
import io.quanyi.authzen.Evaluation;
import io.quanyi.authzen.EvaluationBatch;
import io.quanyi.authzen.EvaluationDecider;
import io.quanyi.authzen.EvaluationDecider.TimedEvaluation;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.web.HttpProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The endpoints that decide one question, or a batch of them. */
@DecisionPointEndpoint
class EvaluationController {

    private static final String DECIDED_AT = "Quanyi-Decided-At";

    /** The answers to the questions of a batch, in their order. */
    record Evaluations(@JsonProperty("evaluations") List<Evaluation> all) {}

    private final DecisionPoints points;
    private final EvaluationDecider decider;
    private final int maxBatch;

    EvaluationController(DecisionPoints points, EvaluationDecider decider, HttpProperties properties) {
        this.points = points;
        this.decider = decider;
        this.maxBatch = properties.maxBatch();
    }

    /** Answers one question. */
    @PostMapping(
            path = {DecisionPoints.ALL + "/evaluation", DecisionPoints.ONE + "/evaluation"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> evaluate(
            @PathVariable(required = false) @Nullable String programme, @RequestBody Tree body, Language language) {
        points.require(programme);
        return alone(body, programme, language);
    }

    /** Answers a batch of questions; a document without a list of them is one question. */
    @PostMapping(
            path = {DecisionPoints.ALL + "/evaluations", DecisionPoints.ONE + "/evaluations"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> evaluateEach(
            @PathVariable(required = false) @Nullable String programme, @RequestBody Tree body, Language language) {
        points.require(programme);
        Optional<EvaluationBatch> batch = EvaluationBatch.read(body, maxBatch);
        return batch.isEmpty()
                ? alone(EvaluationBatch.alone(body), programme, language)
                : ResponseEntity.ok(
                        new Evaluations(batch.get().decide(decider.fixed(), programme, points.now(), language)));
    }

    private ResponseEntity<Object> alone(Tree body, @Nullable String programme, Language language) {
        TimedEvaluation answer = decider.decide(AskedEntities.read(body), programme, points.now(), language);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (answer.decidedAt() != null) {
            response.header(DECIDED_AT, answer.decidedAt());
        }
        return response.body(answer.evaluation());
    }
}
