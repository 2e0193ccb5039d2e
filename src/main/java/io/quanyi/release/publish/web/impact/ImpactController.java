package io.quanyi.release.publish.web.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.Publisher;
import io.quanyi.release.publish.web.ClientConnection;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that compares two published releases, and shows how the answers to given requests change. */
@RestController
class ImpactController {

    private final Publisher publisher;
    private final LiveReleases releases;

    ImpactController(Publisher publisher, LiveReleases releases) {
        this.publisher = publisher;
        this.releases = releases;
    }

    /** Compares two releases of the ledger. Nothing is stored. */
    @PostMapping(
            path = "/v1/programmes/{programme}/impact",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "compareReleases", tags = "publishing")
    @BodyRecord(ComparisonRequest.class)
    ImpactReport compare(
            @PathVariable String programme, @RequestBody Tree body, HttpServletRequest request, Language language) {
        Timeline timeline = releases.current().releases().timelineAtPath(programme);
        Faults faults = new Faults();
        ComparisonRequest wish = new RecordBinder(faults).require(body, ComparisonRequest.class);
        AskedRequests asked = AskedRequests.of(wish.requests(), programme, faults);
        ProgrammeRelease before = release(timeline, "/from", wish.from(), faults);
        ProgrammeRelease after = release(timeline, "/to", wish.to(), faults);
        faults.throwIfAny();
        if (before == null || after == null) {
            throw new IllegalStateException("found, where there is no fault");
        }
        Instant at = wish.at() == null
                ? timeline.entry(wish.to()).orElseThrow().begin()
                : wish.at().toInstant();
        PublicationImpact found = publisher.compare(before, after, at, asked, ClientConnection.of(request)::isClosed);
        return ImpactReportWriter.of(found.impact(), before, after, false, null, found.requests(), language);
    }

    private static @Nullable ProgrammeRelease release(Timeline timeline, String pointer, int number, Faults faults) {
        Optional<ProgrammeRelease> release = timeline.release(number);
        if (release.isEmpty()) {
            faults.add(Fault.at(pointer, "unknown-release", timeline.programme().id(), number));
        }
        return release.orElse(null);
    }
}
