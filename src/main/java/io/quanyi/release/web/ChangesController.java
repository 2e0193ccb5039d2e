package io.quanyi.release.web;

import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.Timeline.Span;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.answer.LedgerLine;
import io.quanyi.release.web.ChangesAnswer.ReleaseChange;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that lists coming changes. */
@RestController
class ChangesController {

    private final ReleaseLookup lookup;

    ChangesController(ReleaseLookup lookup) {
        this.lookup = lookup;
    }

    /** The releases that come into force after an instant, up to another. */
    @GetMapping(path = "/v1/programmes/{programme}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listChanges", tags = "releases")
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(types = "string", format = "date-time"))
    @Parameter(name = "to", in = ParameterIn.QUERY, schema = @Schema(types = "string", format = "date-time"))
    ResponseEntity<ChangesAnswer> changes(
            @PathVariable String programme, HttpServletRequest request, Language language) {
        Timeline timeline = lookup.timeline(programme);
        ChangesQuery query = ChangesQuery.of(request);
        ZoneId zone = timeline.programme().zone();
        Instant from = query.from() == null ? lookup.now() : query.from().toInstant();
        Instant to = query.to() == null ? null : query.to().toInstant();
        List<ReleaseChange> changes = new ArrayList<>();
        LedgerEntry before = null;
        for (Span span : timeline.spans()) {
            Instant start = span.from();
            if (start != null && start.isAfter(from) && (to == null || !start.isAfter(to))) {
                changes.add(change(timeline, span, before, zone, language));
            }
            before = span.entry();
        }
        return CachePolicy.whileItHolds()
                .body(new ChangesAnswer(programme, from.atZone(zone).toOffsetDateTime(), at(zone, to), changes));
    }

    private static ReleaseChange change(
            Timeline timeline, Span span, @Nullable LedgerEntry before, ZoneId zone, Language language) {
        return new ReleaseChange(
                LedgerLine.of(span.entry(), language),
                at(zone, span.from()),
                at(zone, span.to()),
                before == null ? null : before.number(),
                differences(timeline, before, span.entry()).stream()
                        .map(difference -> DifferenceLine.of(difference, language))
                        .toList());
    }

    private static List<ReleaseDifference> differences(
            Timeline timeline, @Nullable LedgerEntry before, LedgerEntry after) {
        Optional<ProgrammeRelease> was = before == null ? Optional.empty() : timeline.release(before.number());
        Optional<ProgrammeRelease> is = timeline.release(after.number());
        return was.isPresent() && is.isPresent() ? ReleaseComparison.between(was.get(), is.get()) : List.of();
    }

    private static @Nullable OffsetDateTime at(ZoneId zone, @Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
