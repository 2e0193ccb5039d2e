package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.Soundness;
import io.quanyi.coverage.RedundantRulePart;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.CheckScope;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found right about a tree of rules, for a closing line.
 *
 * @param releases how many sealed releases were looked at
 * @param drafts how many drafts
 * @param rules how many rules there are in their policies
 * @param cases how many cases
 * @param remarks what is no fault of a draft, but may be a slip
 */
record Inspection(int releases, int drafts, int rules, int cases, List<Fault> remarks) {

    /** How closely to look. */
    enum Depth {
        /** Whether the parts hold together. */
        PARTS,
        /** At every answer of a draft, too: what is sealed can no longer be mended. */
        DRAFTS,
        /** At every answer, and whether all cases come out. */
        CASES
    }

    /**
     * Looks at sealed releases and drafts.
     *
     * @param programmes which programmes; all if none is named
     * @param acceptsNotCompared whether somebody accepts that not all answers of a draft can be looked at
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    static Inspection of(
            SourceTree tree,
            Collection<String> programmes,
            Depth depth,
            boolean acceptsNotCompared,
            Progress progress) {
        Faults faults = new Faults();
        List<ReleaseId> candidates = RulesTree.candidates(tree).stream()
                .filter(id -> programmes.isEmpty() || programmes.contains(id.programme()))
                .toList();
        Map<String, Integer> rules = new TreeMap<>();
        List<CaseFile> cases = new ArrayList<>();
        List<Fault> remarks = new ArrayList<>();
        int done = 0;
        for (ReleaseId id : candidates) {
            progress.at(done++, candidates.size());
            int before = faults.count();
            boolean accepts = isDraft(tree, id) ? acceptsNotCompared : RulesTree.acceptsNotCompared(tree, id);
            RulesTree.Checked checked = RulesTree.check(tree, id, scope(depth).accepting(accepts), faults);
            if (checked != null) {
                rules.put(
                        id.programme() + id.policy(),
                        checked.release().policy().rules().size());
                cases.addAll(checked.cases());
                remarks.addAll(checked.notCompared());
                if (depth == Depth.DRAFTS && faults.count() == before && isDraft(tree, id)) {
                    remarks.addAll(remarks(checked, accepts, faults, progress));
                }
            }
        }
        faults.throwIfAny();
        RulesTree.load(tree);
        int drafts = (int) candidates.stream().filter(id -> isDraft(tree, id)).count();
        return new Inspection(
                candidates.size() - drafts,
                drafts,
                rules.values().stream().mapToInt(Integer::intValue).sum(),
                cases.stream().mapToInt(file -> file.cases().size()).sum(),
                remarks);
    }

    private static boolean isDraft(SourceTree tree, ReleaseId id) {
        return RulesTree.sealed(tree, id.programme()).stream().noneMatch(release -> release.number() == id.number());
    }

    private static CheckScope scope(Depth depth) {
        return depth == Depth.CASES ? CheckScope.answers() : CheckScope.parts();
    }

    private static List<Fault> remarks(RulesTree.Checked checked, boolean accepts, Faults faults, Progress progress) {
        Soundness.Found found =
                Soundness.check(checked.release(), RulesTree.SOME_INSTANT, Cancellation.never(), faults);
        List<Fault> remarks = new ArrayList<>(found.remarks());
        found.notCompared().forEach(accepts ? remarks::add : faults::add);
        RedundantRulePart.of(checked.release(), checked.cases(), RulesTree.SOME_INSTANT, progress::at)
                .forEach(idle -> remarks.add(idle.remark()));
        return remarks;
    }
}
