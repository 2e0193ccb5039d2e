package io.quanyi.console;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.RuleCases;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.live.ServingStatus;
import io.quanyi.source.Fault;
import io.quanyi.source.NothingAtPath;
import io.quanyi.source.SourceTree;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the releases that a screen shows, in the state that answers at present. */
@Component
public class ScreenReleases {

    /**
     * A release as a screen shows it.
     *
     * @param timeline the releases of its programme
     * @param release the release
     * @param at the instant for which it is shown
     * @param cases the cases in which each of its rules fires
     */
    public record Shown(Timeline timeline, ProgrammeRelease release, Instant at, RuleCases cases) {

        /** The programme. */
        public Programme programme() {
            return timeline.programme();
        }
    }

    private final LiveReleases releases;
    private final Clock clock;

    ScreenReleases(LiveReleases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    /** The present instant. */
    public Instant now() {
        return clock.instant();
    }

    /** The status of this replica: the state that answers, and the states and releases that are refused or broken. */
    public ServingStatus status() {
        return releases.status();
    }

    /** The files of the state that answers. */
    public SourceTree tree() {
        return releases.current().snapshot().tree();
    }

    /** The revision of the state that answers. */
    public String revision() {
        return releases.current().snapshot().revision();
    }

    /** The releases of all programmes, by their ids. */
    public List<Timeline> timelines() {
        return releases.current().releases().timelines();
    }

    /**
     * The releases of a programme.
     *
     * @throws NothingAtPath if there is no such programme, with those that there are
     */
    public Timeline timeline(String programme) {
        return releases.current().releases().timelineAtPath(programme);
    }

    /**
     * The release that a query names: the numbered one, as of its first instant; else the one in force at the start of a day in the zone of
     * the programme, by default now, as far as it was known by the end of another day.
     *
     * @throws NothingAtPath if there is no such programme
     * @throws RequestRefused if there is no such release, or none in force on that day or known by the other
     */
    public Shown shown(String programme, MomentQuery query) {
        ServedState state = releases.current();
        Timeline timeline = state.releases().timelineAtPath(programme);
        Integer number = query.release();
        if (number != null) {
            ProgrammeRelease release =
                    timeline.release(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
            Instant at = timeline.entry(number).map(LedgerEntry::begin).orElse(now());
            return new Shown(timeline, release, at, state.cases());
        }
        ZoneId zone = timeline.programme().zone();
        Instant at = query.start(zone).orElseGet(this::now);
        Instant known = query.knownAt(zone).orElse(Instant.MAX);
        return new Shown(timeline, inForce(timeline, at, known), at, state.cases());
    }

    /** The release in force at an instant; the first one if there is none. */
    public ProgrammeRelease present(Timeline timeline, Instant at) {
        return timeline.inForce(at)
                .orElseGet(() -> timeline.load(timeline.entries().get(0)));
    }

    private static ProgrammeRelease inForce(Timeline timeline, Instant at, Instant known) {
        return timeline.inForce(at, known).orElseThrow(() -> {
            String programme = timeline.programme().id();
            Fault fault = timeline.entryInForce(at).isEmpty()
                    ? Fault.at("/on", "no-release-in-force", programme, at)
                    : Fault.at("/known", "no-release-known", programme, known, at);
            return new RequestRefused(Stage.NO_RELEASE, List.of(fault));
        });
    }
}
