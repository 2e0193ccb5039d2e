package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cases of a release touch of it.
 *
 * @param release which release
 * @param cases how many cases were run
 * @param things everything that cases can touch: kind by kind, and there by rule, or in the order of the files
 */
public record Coverage(ReleaseId release, int cases, List<Touched> things) {

    /** Keeps a copy. */
    public Coverage {
        things = List.copyOf(things);
    }

    /** So many of so many. */
    public record Count(int covered, int of) {}

    /** Runs the cases. */
    public static Coverage of(ProgrammeRelease release, List<CaseFile> files) {
        CaseRun run = new CaseRun(release);
        List<Part> parts = List.of(new RulePart(release), new CataloguePart(release), new BoundaryPart(release));
        Map<Thing, List<NamedCase>> touching = new HashMap<>();
        int cases = 0;
        for (CaseFile file : files) {
            for (Case asked : file.cases()) {
                cases++;
                Ran.of(run, asked)
                        .flatMap(ran -> parts.stream().flatMap(part -> part.touched(ran).stream()))
                        .forEach(thing -> touching.computeIfAbsent(thing, unknown -> new ArrayList<>())
                                .add(NamedCase.of(asked)));
            }
        }
        return new Coverage(release.id(), cases, things(parts, touching));
    }

    private static List<Touched> things(List<Part> parts, Map<Thing, List<NamedCase>> touching) {
        List<Touched> things = new ArrayList<>();
        for (Part part : parts) {
            part.things().forEach((thing, position) -> {
                List<NamedCase> cases = touching.getOrDefault(thing, List.of());
                things.add(new Touched(thing.kind(), thing.id(), thing.words(), position, cases));
            });
        }
        things.sort(Comparator.comparing(Touched::kind));
        return things;
    }

    /** How many things of each kind are covered, of how many; a kind that there is nothing of is left out. */
    public Map<Kind, Count> counts() {
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        for (Touched thing : things) {
            Count one = new Count(thing.isCovered() ? 1 : 0, 1);
            counts.merge(thing.kind(), one, (a, b) -> new Count(a.covered() + b.covered(), a.of() + b.of()));
        }
        return counts;
    }

    /** What no case touches. */
    public List<Touched> missing() {
        return things.stream().filter(thing -> !thing.isCovered()).toList();
    }
}
