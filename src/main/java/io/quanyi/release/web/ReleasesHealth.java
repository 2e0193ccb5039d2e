package io.quanyi.release.web;

import io.quanyi.catalogue.Programme;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says which release serves each programme. */
@Component("releasesHealthIndicator")
class ReleasesHealth extends AbstractHealthIndicator {

    private final ServedReleases releases;
    private final Clock clock;

    ReleasesHealth(ServedReleases releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        if (releases.programmes().isEmpty()) {
            health.outOfService();
        }
        for (Programme programme : releases.programmes()) {
            releases.timeline(programme.id()).ifPresent(timeline -> report(timeline, health));
        }
    }

    private void report(Timeline timeline, Health.Builder health) {
        String id = timeline.programme().id();
        timeline.inForce(clock.instant())
                .ifPresentOrElse(
                        release -> health.withDetail(
                                id,
                                Map.of(
                                        "number", release.id().number(),
                                        "digest", release.id().digest())),
                        () -> health.withDetail(id, "none in force"));
    }
}
