package io.quanyi.decision;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The newest release of each programme that the project ships. */
final class ShippedReleases {

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    private static final List<ProgrammeRelease> ALL =
            RulesTree.candidates(RULES).stream().map(ShippedReleases::load).toList();

    private ShippedReleases() {}

    static List<ProgrammeRelease> all() {
        return ALL;
    }

    static ProgrammeRelease of(String programme) {
        return ALL.stream()
                .filter(release -> release.programme().id().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    private static ProgrammeRelease load(ReleaseId id) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(RULES, id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }
}
