package io.quanyi.decision.request;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.running.RunningCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose ids are resolved by the catalogue of a release.
 *
 * @param request the request as sent
 * @param release the release that decides
 * @param at the instant of the question
 * @param inProgramme whether the service belongs to the programme; otherwise a sibling programme has it
 * @param product the product of the catalogue, which the request may name by id, name or alias; null if the request names none
 * @param topic the topic; null if there is none or the programme does not use it
 * @param severity the severity or, if there is none that the programme uses, that of the service; null without both
 * @param activity the activity; null if there is none or the service does not have it
 * @param running the course of the case; null if the request states none
 * @param measures the values of the measures that the request states, of the kinds that the catalogue declares
 * @param warnings the ids that are ignored
 */
public record ResolvedRequest(
        DecisionRequest request,
        ProgrammeRelease release,
        Instant at,
        boolean inProgramme,
        Catalogue.@Nullable Product product,
        @Nullable String topic,
        @Nullable String severity,
        @Nullable String activity,
        @Nullable RunningCase running,
        Map<String, Object> measures,
        List<Decision.Warning> warnings) {

    /** The id of the requested service. */
    public String service() {
        return request.question().service();
    }

    /** The id of the plan of the customer. */
    public String plan() {
        return request.subscription().plan();
    }

    /** The zone of the programme. */
    public ZoneId zone() {
        return release.programme().zone();
    }

    /** The day of the instant, in the zone of the programme. */
    public LocalDate day() {
        return at.atZone(zone()).toLocalDate();
    }
}
