package io.quanyi.release.publish.web;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.Caller;
import io.quanyi.catalogue.Programme;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for the calendars, which all programmes share: their versions, and their publication in all programmes. */
@RestController
@RequestMapping(path = CalendarController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarController {

    static final String PATH = "/v1/calendars";

    private final CalendarPublisher publisher;
    private final PublicationAudit audit;
    private final LiveReleases releases;

    CalendarController(CalendarPublisher publisher, PublicationAudit audit, LiveReleases releases) {
        this.publisher = publisher;
        this.audit = audit;
        this.releases = releases;
    }

    /** Lists the versions, with the releases that name them. */
    @GetMapping
    @Operation(operationId = "listCalendars", tags = "releases")
    ResponseEntity<CalendarList> calendars() {
        CalendarList list = CalendarList.of(releases.current());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag(list.revision()))
                .body(list);
    }

    /** Publishes calendars in all programmes, or checks them in a dry run. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "publishCalendars", tags = "publishing")
    @BodyRecord(CalendarForm.class)
    @PublishCallReader.Described
    ResponseEntity<CalendarPublicationAnswer> publish(HttpServletRequest request, Language language) {
        boolean dryRun = DryRunQuery.asked(request);
        CalendarPublication publication =
                audit.publishCalendars(Caller.of(request), dryRun ? Action.DRY_RUN : Action.PUBLISH, () -> {
                    PublishCallReader.refuseBlind(request, dryRun);
                    return publisher.publish(submission(request, dryRun));
                });
        boolean stored = publication.outcome() != Outcome.TRIED;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(tag(publication.revision()));
        if (stored) {
            answer.location(URI.create(PATH));
        }
        return answer.body(CalendarPublicationAnswer.of(publication, this::zone, language));
    }

    private CalendarSubmission submission(HttpServletRequest request, boolean dryRun) {
        CalendarParts parts = CalendarParts.of(request);
        return new CalendarSubmission(
                parts.meta().effectiveFrom(),
                parts.meta().note(),
                parts.calendars(),
                PublishCallReader.of(request, parts.digest(), dryRun, CalendarController::matches)
                        .accepting(parts.meta().accept())
                        .asking(parts.meta().requests(), programmes()));
    }

    private List<String> programmes() {
        return releases.current().releases().programmes().stream()
                .map(Programme::id)
                .toList();
    }

    private ZoneId zone(String programme) {
        ServedState served = releases.current();
        return served.releases().timeline(programme).orElseThrow().programme().zone();
    }

    private static String tag(String revision) {
        return '"' + revision + '"';
    }

    /** Whether the header {@code If-Match} names a revision of the store. */
    private static boolean matches(String ifMatch, String revision) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(seen -> seen.equals("*") || seen.equals(tag(revision)));
    }
}
