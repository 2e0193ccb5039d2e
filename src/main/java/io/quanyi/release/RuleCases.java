package io.quanyi.release;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cases in which each rule fires. They are read when they are first requested for a release. */
public final class RuleCases {

    private final SourceTree tree;
    private final Map<ReleaseId, Map<String, List<TranslatedText>>> byRelease = new ConcurrentHashMap<>();

    /** @param tree the rules with their cases */
    public RuleCases(SourceTree tree) {
        this.tree = tree;
    }

    /** The names of the cases in which the rule fires, in the order of the files. */
    public List<TranslatedText> of(ReleaseId release, String rule) {
        return byRelease.computeIfAbsent(release, this::byRule).getOrDefault(rule, List.of());
    }

    private Map<String, List<TranslatedText>> byRule(ReleaseId id) {
        Map<String, List<TranslatedText>> byRule = new HashMap<>();
        for (CaseFile file : ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(tree, id), new Faults())) {
            for (Case asked : file.cases()) {
                asked.fires()
                        .forEach(rule -> byRule.computeIfAbsent(rule, any -> new ArrayList<>())
                                .add(asked.name()));
            }
        }
        return byRule;
    }
}
