package io.quanyi.release.web.review;

import io.quanyi.checks.ReleaseCheck;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The coverage of the releases that were asked about last. Published releases never change, so each is computed once while it is kept;
 * one is computed at a time, because it runs all cases of the programme.
 */
@Component
class CoverageCache {

    private static final int KEPT = 16;

    private final Map<ReleaseId, CaseCoverage> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ReleaseId, CaseCoverage> eldest) {
            return size() > KEPT;
        }
    };

    /** The coverage of a release by the cases that stand beside its rules. */
    synchronized CaseCoverage of(ProgrammeRelease release, SourceTree tree) {
        return kept.computeIfAbsent(
                release.id(),
                id -> CaseCoverage.of(
                        release, ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(tree, id), new Faults())));
    }
}
