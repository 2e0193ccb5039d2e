package io.quanyi.release.live;

import io.quanyi.release.Timeline;
import io.quanyi.release.live.ServingStatus.Refusal;
import io.quanyi.source.Fault;
import io.quanyi.store.Store;
import io.quanyi.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * The health of the store and the releases: revision, release in force per programme, refused states, broken releases.
 * A service that answers with its last good rules is up, because without it callers would get no answer.
 */
@Component("releasesHealthIndicator")
class ReleasesHealth extends AbstractHealthIndicator {

    private static final int MAX_FAULTS = 20;

    private final LiveReleases releases;
    private final Store store;
    private final Clock clock;

    ReleasesHealth(LiveReleases releases, Store store, Clock clock) {
        this.releases = releases;
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        ServingStatus status = releases.status();
        List<Timeline> timelines = status.served().releases().timelines();
        health.up();
        if (timelines.isEmpty()) {
            health.outOfService();
        }
        health.withDetail("store", store(status));
        health.withDetail("programmes", programmes(timelines));
        Refusal refusal = status.refusal();
        if (refusal != null) {
            health.withDetail("refused", refused(refusal));
        }
        Map<String, Fault> drafts = store.drafts().faults();
        if (!drafts.isEmpty()) {
            health.withDetail("drafts", drafts(drafts));
        }
        if (!status.broken().isEmpty()) {
            health.withDetail(
                    "broken",
                    status.broken().stream().map(ReleasesHealth::broken).toList());
        }
    }

    private Map<String, Object> store(ServingStatus status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", store.kind());
        details.put("revision", status.served().snapshot().revision());
        details.put("since", status.served().since().toString());
        details.put("lookedAt", status.lookedAt().toString());
        Fault unwritable = status.unwritable();
        if (store.writable()) {
            details.put("writable", unwritable == null);
        }
        if (unwritable != null) {
            details.put("notWritableBecause", unwritable.describe(Language.ENGLISH));
        }
        return details;
    }

    private Map<String, Object> programmes(List<Timeline> timelines) {
        Instant now = clock.instant();
        Map<String, Object> details = new TreeMap<>();
        for (Timeline timeline : timelines) {
            Object inForce = timeline.entryInForce(now)
                    .<Object>map(entry -> Map.of("number", entry.number(), "digest", entry.digest()))
                    .orElse("none in force");
            details.put(timeline.programme().id(), inForce);
        }
        return details;
    }

    private static Map<String, Object> refused(Refusal refusal) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (refusal.revision() != null) {
            details.put("revision", refusal.revision());
        }
        details.put("since", refusal.since().toString());
        details.put("faults", words(refusal.faults()));
        return details;
    }

    /** Why drafts are not as others see them: by the id of the draft, or all. */
    private static Map<String, Object> drafts(Map<String, Fault> faults) {
        Map<String, Object> details = new TreeMap<>();
        new TreeMap<>(faults)
                .entrySet().stream()
                        .limit(MAX_FAULTS)
                        .forEach(fault -> details.put(
                                fault.getKey().isEmpty() ? "all" : fault.getKey(),
                                fault.getValue().describe(Language.ENGLISH)));
        return details;
    }

    private static Map<String, Object> broken(ServingStatus.UnloadableRelease broken) {
        return Map.of("programme", broken.programme(), "number", broken.number(), "faults", words(broken.faults()));
    }

    private static List<String> words(List<Fault> faults) {
        return faults.stream()
                .limit(MAX_FAULTS)
                .map(fault -> fault.describe(Language.ENGLISH))
                .toList();
    }
}
