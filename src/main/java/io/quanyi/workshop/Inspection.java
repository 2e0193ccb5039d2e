package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found right about a tree of rules, for a closing line.
 *
 * @param releases how many releases and drafts were looked at
 * @param rules how many rules there are in their policies
 * @param cases how many cases
 */
record Inspection(int releases, int rules, int cases) {

    /**
     * Checks sealed releases and drafts, and runs their cases if asked.
     *
     * @param programmes which programmes; all if none is named
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    static Inspection of(SourceTree tree, Collection<String> programmes, boolean runCases, Progress progress) {
        Faults faults = new Faults();
        List<ReleaseId> candidates = RulesTree.candidates(tree).stream()
                .filter(id -> programmes.isEmpty() || programmes.contains(id.programme()))
                .toList();
        Map<String, Integer> rules = new TreeMap<>();
        List<CaseFile> cases = new ArrayList<>();
        int done = 0;
        for (ReleaseId id : candidates) {
            progress.at(done++, candidates.size());
            RulesTree.Checked checked = RulesTree.check(tree, id, runCases, faults);
            if (checked != null) {
                rules.put(
                        id.programme() + id.policy(),
                        checked.release().policy().rules().size());
                cases.addAll(checked.cases());
            }
        }
        faults.throwIfAny();
        RulesTree.load(tree);
        return new Inspection(
                candidates.size(),
                rules.values().stream().mapToInt(Integer::intValue).sum(),
                cases.stream().mapToInt(file -> file.cases().size()).sum());
    }
}
