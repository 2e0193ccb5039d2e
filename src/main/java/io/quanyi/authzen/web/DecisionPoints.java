package io.quanyi.authzen.web;

import io.quanyi.release.live.LiveReleases;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The decision points that there are: one for each programme, and one for all, whose questions name their programme. */
@Component
@ConditionalOnBooleanProperty("quanyi.authzen.enabled")
class DecisionPoints {

    static final String ALL = "/access/v1";
    static final String ONE = "/authzen/{programme}/access/v1";

    private final LiveReleases releases;
    private final Clock clock;

    DecisionPoints(LiveReleases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * Refuses a path that names no programme of the service.
     *
     * @param programme null for the decision point of all programmes
     * @throws io.quanyi.source.NothingAtPath if there is no such programme
     */
    void require(@Nullable String programme) {
        if (programme != null) {
            releases.current().releases().timelineAtPath(programme);
        }
    }

    /** Whether there is a decision point of a programme. */
    boolean has(String programme) {
        return releases.current().releases().timeline(programme).isPresent();
    }

    /** The instant of questions that state none. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
