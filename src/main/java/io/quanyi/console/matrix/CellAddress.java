package io.quanyi.console.matrix;

import io.quanyi.console.MomentQuery;
import io.quanyi.console.ScreenReleases.Shown;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes the address of the question behind a cell: for the instant, the state of knowledge and the release that the matrix was asked for,
 * with the release or draft to compare it with.
 *
 * @param shown the release that the matrix shows
 * @param query the address of the matrix
 */
record CellAddress(Shown shown, MomentQuery query) {

    /** The address for a service and a plan. */
    String of(String service, String plan) {
        ZoneId zone = shown.programme().zone();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/{programme}/ask")
                .queryParam("question.service", service)
                .queryParam("subscription.plan", plan);
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
}
