package io.quanyi.release;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import io.quanyi.source.NothingAtPath;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * The timeline of the programme that the path of a request names.
     *
     * @throws NothingAtPath if there is no such programme; it lists those that there are
     */
    public Timeline timelineAtPath(String programme) {
        return timeline(programme)
                .orElseThrow(() -> new NothingAtPath("unknown-programme", programme, List.copyOf(timelines.keySet())));
    }

    @Override
    public ProgrammeRelease resolve(DecisionRequest request, Instant at) {
        Timeline timeline = timeline(request.programme()).orElseThrow(() -> unknownProgramme(request.programme()));
        Integer pinned = request.release();
        if (pinned != null) {
            return timeline.release(pinned).orElseThrow(() -> unknownRelease(timeline, pinned));
        }
        Instant known =
                request.knownAt() == null ? Instant.MAX : request.knownAt().toInstant();
        return timeline.inForce(at, known)
                .orElseThrow(() -> new RequestRefused(Stage.NO_RELEASE, noRelease(timeline, at, known)));
    }

    private RequestRefused unknownProgramme(String programme) {
        Fault fault = Fault.at("/programme", "unknown-programme", programme);
        return new RequestRefused(Stage.UNKNOWN_IDS, List.of(fault.knowing(List.copyOf(timelines.keySet()))));
    }

    /** The refusal of a release that a timeline does not have. */
    public static RequestRefused unknownRelease(Timeline timeline, int number) {
        List<String> numbers = timeline.entries().stream()
                .map(entry -> String.valueOf(entry.number()))
                .toList();
        Fault fault =
                Fault.at("/release", "unknown-release", timeline.programme().id(), number);
        return new RequestRefused(Stage.UNKNOWN_IDS, List.of(fault.knowing(numbers)));
    }

    /** The faults of the instants for which there is no release: that of the question, that of the knowledge, or each by itself. */
    private static List<Fault> noRelease(Timeline timeline, Instant at, Instant known) {
        String programme = timeline.programme().id();
        boolean never = timeline.entryInForce(at).isEmpty();
        List<Fault> faults = new ArrayList<>();
        if (never) {
            faults.add(Fault.at("/question/at", "no-release-in-force", programme, at));
        }
        if (!never || timeline.entries().stream().noneMatch(entry -> entry.isKnownAt(known))) {
            faults.add(Fault.at("/knownAt", "no-release-known", programme, known, at));
        }
        return faults;
    }
}
