package io.quanyi.release;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The published releases of all programmes. Immutable. */
public final class ServedReleases implements ReleaseResolver {

    private final Map<String, Timeline> timelines = new TreeMap<>();

    ServedReleases(Collection<Timeline> timelines) {
        timelines.forEach(timeline -> this.timelines.put(timeline.programme().id(), timeline));
    }

    /** The programmes, by id. */
    public List<Programme> programmes() {
        return timelines.values().stream().map(Timeline::programme).toList();
    }

    /** The timelines of all programmes, by id. */
    public List<Timeline> timelines() {
        return List.copyOf(timelines.values());
    }

    /** The timeline of a programme. */
    public Optional<Timeline> timeline(String programme) {
        return Optional.ofNullable(timelines.get(programme));
    }

    @Override
    public ProgrammeRelease resolve(DecisionRequest request, Instant at) {
        Timeline timeline = timeline(request.programme())
                .orElseThrow(() ->
                        refused(Stage.UNKNOWN_IDS, Fault.at("/programme", "unknown-programme", request.programme())));
        Integer pinned = request.release();
        if (pinned != null) {
            return timeline.release(pinned)
                    .orElseThrow(() -> refused(
                            Stage.UNKNOWN_IDS, Fault.at("/release", "unknown-release", request.programme(), pinned)));
        }
        Instant known =
                request.knownAt() == null ? Instant.MAX : request.knownAt().toInstant();
        return timeline.inForce(at, known)
                .orElseThrow(() -> refused(
                        Stage.NO_RELEASE, Fault.at("/question/at", "no-release-in-force", request.programme(), at)));
    }

    private static RequestRefused refused(Stage stage, Fault fault) {
        return new RequestRefused(stage, List.of(fault));
    }
}
