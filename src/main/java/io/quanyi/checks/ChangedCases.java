package io.quanyi.checks;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.source.Fault;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases that a newer catalogue or newer calendars answer differently. A sealed case pins what held when its policy
 * was sealed, so that a different answer later is impact to look at, and no fault.
 */
public final class ChangedCases {

    /** The code of the remarks. */
    public static final String CODE = "case-changed";

    private ChangedCases() {}

    /**
     * Runs the cases against a release, and returns a remark for each whose answer is not the expected one.
     *
     * @param release a release of the same policy, under which the cases need not pass
     */
    public static List<Fault> of(ProgrammeRelease release, List<CaseFile> cases, Cancellation cancellation) {
        CaseRun run = new CaseRun(release);
        List<Fault> changed = new ArrayList<>();
        for (CaseFile file : cases) {
            for (Case asked : file.cases()) {
                cancellation.check();
                List<Fault> differences = run.differences(asked);
                if (!differences.isEmpty()) {
                    changed.add(CaseDifferences.change(asked, differences));
                }
            }
        }
        return List.copyOf(changed);
    }
}
