package io.quanyi.console.matrix;

import io.quanyi.console.MomentQuery;
import io.quanyi.console.ScreenReleases.Shown;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the address of the question behind a cell: for the instant, the state of knowledge and the release that the matrix was asked for,
 * with the release or draft to compare it with.
 *
 * @param shown the release that the matrix shows
 * @param query the address of the matrix
 */
record CellAddress(Shown shown, MomentQuery query) {

    /**
     * The address for a service and a plan.
     *
     * @param severity the severity that the question names; empty for none
     */
    String of(String service, String plan, String severity) {
        ZoneId zone = shown.programme().zone();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/{programme}/ask")
                .queryParam("question.service", service)
                .queryParam("subscription.plan", plan);
        if (!severity.isEmpty()) {
            address.queryParam("question.severity", severity);
        }
        if (query.on() != null || query.release() != null) {
            address.queryParam(
                    "question.at", LocalDateTime.ofInstant(shown.at(), zone).truncatedTo(ChronoUnit.MINUTES));
        }
        if (query.release() != null) {
            address.queryParam("release", query.release());
        }
        query.knownAt(zone).ifPresent(known -> address.queryParam("knownAt", known));
        if (!query.compared().isEmpty()) {
            address.queryParam("other.release", query.compared());
        }
        return address.encode().buildAndExpand(shown.programme().id()).toUriString();
    }

    /** The address of the document as the same release has it. */
    String document() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/{programme}/document");
        address.queryParamIfPresent("on", Optional.ofNullable(query.on()));
        address.queryParamIfPresent("known", Optional.ofNullable(query.known()));
        address.queryParamIfPresent("release", Optional.ofNullable(query.release()));
        return address.encode().buildAndExpand(shown.programme().id()).toUriString();
    }
}
