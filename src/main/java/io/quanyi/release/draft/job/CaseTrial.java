package io.quanyi.release.draft.job;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.checks.ChangedCases;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.ProgressListener;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.StateRefused;
import io.quanyi.release.draft.DraftRelease;
import io.quanyi.release.draft.DraftTrials.Loaded;
import io.quanyi.release.draft.job.JobResult.Tested;
import io.quanyi.release.job.JobWork;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the cases of a draft, as {@code quanyi test} runs them: under the catalogue and calendars of the first release of
 * their policy, or of the draft if it changes the policy.
 *
 * @param cases the cases in its files
 */
record CaseTrial(Loaded draft, List<CaseFile> cases) implements JobWork<Tested> {

    @Override
    public Tested run(Cancellation cancellation, ProgressListener progress) {
        ProgrammeRelease release = draft.release();
        DraftRelease source = draft.source();
        Faults faults = new Faults();
        ProgrammeRelease first = CheckedRelease.caseRelease(source.tree(), release, faults);
        if (first == null) {
            throw new StateRefused(faults.sorted());
        }
        CaseRun run = new CaseRun(first);
        List<Case> all = cases.stream().flatMap(file -> file.cases().stream()).toList();
        List<Fault> failures = new ArrayList<>();
        List<List<Fault>> differences = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            cancellation.check();
            List<Fault> found = run.faults(all.get(i));
            found.stream().map(source::named).forEach(failures::add);
            if (!found.isEmpty()) {
                differences.add(
                        run.differences(all.get(i)).stream().map(source::named).toList());
            }
            progress.done(i + 1, all.size());
        }
        List<Fault> changed =
                first.id().equals(release.id()) ? List.of() : ChangedCases.of(release, cases, cancellation);
        return new Tested(
                all.size(),
                differences.size(),
                failures,
                changed.stream().map(source::named).toList(),
                differences);
    }
}
