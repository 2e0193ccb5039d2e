package io.quanyi.decision.request;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose ids all mean something to the release, with what does not matter here left out.
 *
 * @param request as sent
 * @param release what decides
 * @param at the instant asked about
 * @param inProgramme whether the service is one of this programme
 * @param product the catalogue's product, whatever the caller wrote
 * @param topic the topic, if this programme uses it
 * @param severity the severity, if this programme uses it, else the service's own
 * @param activity the activity, if the service has it
 * @param warnings what was left out
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
        List<Decision.Warning> warnings) {

    public String service() {
        return request.question().service();
    }

    public String plan() {
        return request.subscription().plan();
    }

    public ZoneId zone() {
        return release.programme().zone();
    }

    /** The day of the instant, in the programme's zone. */
    public LocalDate day() {
        return at.atZone(zone()).toLocalDate();
    }
}
