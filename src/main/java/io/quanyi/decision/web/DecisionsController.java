package io.quanyi.decision.web;

import io.quanyi.decision.Core;
import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Placement;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decides. */
@RestController
class DecisionsController {

    private final Placement placement;
    private final Decider decider;
    private final DecisionLog log;
    private final Clock clock;

    DecisionsController(Placement placement, Decider decider, DecisionLog log, Clock clock) {
        this.placement = placement;
        this.decider = decider;
        this.log = log;
        this.clock = clock;
    }

    /** Answers one question. */
    @PostMapping(
            path = "/v1/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decide",
            tags = "decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = DecisionRequest.class))))
    ResponseEntity<DecisionAnswer> decide(@RequestBody Tree body, Language language) {
        DecisionRequest request = bound(body);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime asked = request.question().at();
        Instant at = asked == null ? now : asked.toInstant();
        long start = System.nanoTime();
        Decision decision = decider.decide(request, now);
        log.decided(request, decision, System.nanoTime() - start);
        ProgrammeRelease release = placement.place(request, at);
        return ResponseEntity.ok()
                .header("Quanyi-Decided-At", inZoneOf(release, at))
                .header("Quanyi-Core", Core.digest(decision))
                .body(new AnswerWriter(new AnswerWords(release, language)).answer(decision));
    }

    private static DecisionRequest bound(Tree body) {
        Faults faults = new Faults();
        DecisionRequest request = new RecordBinder(faults).bind(body, DecisionRequest.class);
        if (request == null) {
            throw new FaultsFound(faults.sorted());
        }
        return request;
    }

    private static String inZoneOf(ProgrammeRelease release, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(release.programme().zone()));
    }
}
