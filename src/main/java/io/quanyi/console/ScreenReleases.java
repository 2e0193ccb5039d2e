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
import java.util.List;
import org.jspecify.annotations.Nullable;
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
     * the programme, by default now.
     *
     * @throws NothingAtPath if there is no such programme
     * @throws RequestRefused if there is no such release, or none in force on that day
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
        Instant at = instant(timeline, query);
        return new Shown(timeline, inForce(timeline, at), at, state.cases());
    }

    /** The release in force at an instant; the first one if there is none. */
    public ProgrammeRelease present(Timeline timeline, Instant at) {
        return timeline.inForce(at)
                .orElseGet(() -> timeline.load(timeline.entries().get(0)));
    }

    private Instant instant(Timeline timeline, MomentQuery query) {
        return query.on() == null
                ? now()
                : query.on().atStartOfDay(timeline.programme().zone()).toInstant();
    }

    private static ProgrammeRelease inForce(Timeline timeline, Instant at) {
        @Nullable ProgrammeRelease release = timeline.inForce(at).orElse(null);
        if (release == null) {
            Fault fault =
                    Fault.at("/on", "no-release-in-force", timeline.programme().id(), at);
            throw new RequestRefused(Stage.NO_RELEASE, List.of(fault));
        }
        return release;
    }
}
