package io.quanyi.release;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cases show what a rule does. */
public final class RuleCases {

    private final Map<ReleaseId, Map<String, List<String>>> byRelease = new HashMap<>();

    RuleCases(SourceTree tree, ServedReleases releases) {
        for (Timeline timeline : releases.timelines()) {
            for (LedgerEntry entry : timeline.entries()) {
                ReleaseId id = entry.id(timeline.programme().id());
                byRelease.put(
                        id, byRule(ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(tree, id), new Faults())));
            }
        }
    }

    /** The names of the cases in which the rule fires, in the order of the files. */
    public List<String> of(ReleaseId release, String rule) {
        return byRelease.getOrDefault(release, Map.of()).getOrDefault(rule, List.of());
    }

    private static Map<String, List<String>> byRule(List<CaseFile> files) {
        Map<String, List<String>> byRule = new HashMap<>();
        for (CaseFile file : files) {
            for (Case asked : file.cases()) {
                asked.fires()
                        .forEach(rule -> byRule.computeIfAbsent(rule, any -> new ArrayList<>())
                                .add(asked.name()));
            }
        }
        return byRule;
    }
}
