package io.quanyi.release.web;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.source.Fault;
import io.quanyi.source.NothingAtPath;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Looks up the programme, the release and the rule that a path or a query names. A missing item of a path is answered with 404. */
@Component
public class ReleaseLookup {

    private final LiveReleases releases;
    private final Clock clock;

    ReleaseLookup(LiveReleases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The state that answers at present. A controller calls it once per request, so that the answer shows one state.
     */
    public ServedState served() {
        return releases.current();
    }

    Timeline timeline(String programme) {
        return served().releases().timelineAtPath(programme);
    }

    static Catalogue.Service service(ProgrammeRelease release, String id) {
        Map<String, Catalogue.Service> services = release.catalogue().services();
        Catalogue.Service service = services.get(id);
        if (service == null) {
            throw new NothingAtPath("unknown-service", id, List.copyOf(services.keySet()));
        }
        return service;
    }

    static LedgerEntry entry(Timeline timeline, int number) {
        return timeline.entry(number).orElseThrow(ReleaseLookup::notFound);
    }

    /**
     * A numbered release of a programme.
     *
     * @throws ResponseStatusException with 404 if there is none
     */
    public static ProgrammeRelease release(Timeline timeline, int number) {
        return timeline.release(number).orElseThrow(ReleaseLookup::notFound);
    }

    static RuleInfo rule(ProgrammeRelease release, String id) {
        return release.policy().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(ReleaseLookup::notFound);
    }

    /** The release that a query names. */
    ProgrammeRelease release(Timeline timeline, InForceQuery query) {
        return release(timeline, query.release(), query.at());
    }

    /**
     * The release that has a number; without one, the release in force at an instant, by default now.
     *
     * @throws RequestRefused if there is no such release
     */
    public ProgrammeRelease release(Timeline timeline, @Nullable Integer number, @Nullable OffsetDateTime instant) {
        if (number != null) {
            return timeline.release(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
        }
        Instant at = instant == null ? now() : instant.toInstant();
        return timeline.inForce(at)
                .orElseThrow(() -> refused(
                        Stage.NO_RELEASE,
                        Fault.at(
                                "/at",
                                "no-release-in-force",
                                timeline.programme().id(),
                                at)));
    }

    /**
     * The instant for which a matrix is decided: the present one, the queried one, or the first day of a numbered
     * release.
     */
    Instant instant(Timeline timeline, InForceQuery query) {
        Integer number = query.release();
        if (number != null) {
            return entry(timeline, number).begin();
        }
        return query.at() == null ? now() : query.at().toInstant();
    }

    private static RequestRefused refused(Stage stage, Fault fault) {
        return new RequestRefused(stage, List.of(fault));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
