package io.quanyi.release.live;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ReleaseCache;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.StateRefused;
import io.quanyi.release.Timeline;
import io.quanyi.release.TimelineLoader;
import io.quanyi.release.live.ServingStatus.UnloadableRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that are in force or come into force within the lead time. They are loaded and warmed up before the
 * first request needs them, and only they are held in memory.
 */
final class DueReleases {

    private static final Logger LOG = LoggerFactory.getLogger(DueReleases.class);

    private final ReleaseCache loaded;
    private final Duration lead;

    /** @param lead how long before it comes into force a release is loaded */
    DueReleases(ReleaseCache loaded, Duration lead) {
        this.loaded = loaded;
        this.lead = lead;
    }

    /**
     * Loads the due releases of a state that is about to answer. They are not held yet.
     *
     * @return the releases to hold once the state answers
     * @throws StateRefused if a release cannot be loaded or fails to answer
     */
    Map<ReleaseCache.Key, ProgrammeRelease> of(ServedReleases releases, Instant now) {
        Map<ReleaseCache.Key, ProgrammeRelease> due = new HashMap<>();
        each(releases, now, (timeline, entry) -> due.put(timeline.key(entry), awake(timeline, entry, now)));
        return due;
    }

    /** Holds these releases and no others. */
    void hold(Map<ReleaseCache.Key, ProgrammeRelease> due) {
        loaded.hold(due);
    }

    /**
     * Holds the due releases of the state that answers, and drops others.
     *
     * @param before releases known to be broken, which are not logged again
     * @return the broken releases; each is tried again at the next call
     */
    List<UnloadableRelease> hold(ServedReleases releases, Instant now, List<UnloadableRelease> before) {
        Map<ReleaseCache.Key, ProgrammeRelease> due = new HashMap<>();
        List<UnloadableRelease> broken = new ArrayList<>(before);
        each(releases, now, (timeline, entry) -> {
            broken.removeIf(known -> known.isOf(timeline, entry));
            try {
                due.put(timeline.key(entry), awake(timeline, entry, now));
            } catch (StateRefused e) {
                UnloadableRelease found =
                        new UnloadableRelease(timeline.programme().id(), entry.number(), e.faults());
                broken.add(found);
                if (!before.contains(found)) {
                    LOG.error("release {} of {} is due and cannot be loaded", found.number(), found.programme(), e);
                }
            }
        });
        loaded.hold(due);
        return broken;
    }

    private void each(ServedReleases releases, Instant now, BiConsumer<Timeline, LedgerEntry> work) {
        for (Timeline timeline : releases.timelines()) {
            timeline.within(now, now.plus(lead)).forEach(entry -> work.accept(timeline, entry));
        }
    }

    /**
     * Loads a release and decides one question per service and plan, so that the first request does not wait for the
     * rule engine to warm up.
     */
    private ProgrammeRelease awake(Timeline timeline, LedgerEntry entry, Instant now) {
        boolean awake = loaded.isHeld(timeline.key(entry));
        return StateRefused.guard(
                TimelineLoader.failed(entry.id(timeline.programme().id()), "release-load-failed"), () -> {
                    ProgrammeRelease release = timeline.load(entry);
                    if (!awake) {
                        Matrix.of(release, entry.from().isAfter(now) ? entry.from() : now);
                    }
                    return release;
                });
    }
}
