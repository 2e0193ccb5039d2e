package io.quanyi.workshop.index;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest version of a programme, which its page shows.
 *
 * @param release the programme with that policy
 * @param cases its cases
 */
record IndexedProgramme(ProgrammeRelease release, List<CaseFile> cases) {

    /**
     * The programmes of a folder of rules, by id.
     *
     * @throws io.quanyi.source.FaultsFound if a programme has faults
     */
    static List<IndexedProgramme> all(SourceTree tree) {
        Map<String, ReleaseId> newest = new TreeMap<>();
        for (ReleaseId id : RulesTree.candidates(tree)) {
            newest.merge(id.programme(), id, (a, b) -> b.policy().compareTo(a.policy()) < 0 ? a : b);
        }
        Faults faults = new Faults();
        List<IndexedProgramme> programmes = new ArrayList<>();
        for (ReleaseId id : newest.values()) {
            ProgrammeRelease release = RulesTree.draft(tree, id, faults);
            if (release != null) {
                List<CaseFile> cases = ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(tree, id), faults);
                programmes.add(new IndexedProgramme(release, cases));
            }
        }
        faults.throwIfAny();
        return programmes;
    }
}
