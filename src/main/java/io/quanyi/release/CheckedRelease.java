package io.quanyi.release;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CatalogueTrial;
import io.quanyi.checks.ChangedCases;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.checks.SoundnessCheck;
import io.quanyi.checks.TargetTimeOrder;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.work.Cancellation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release that was checked: its parts and, if the scope of the check includes them, its answers and its cases.
 *
 * @param release the release
 * @param cases the cases of the release
 * @param questions how many questions about entries of the catalogue were decided
 * @param remarks hints that are no faults; without the answers only those on the order of target times
 * @param changedCases remarks on the cases of a sealed policy that this release answers differently than the first release of the policy
 * @param notCompared services whose answers could not all be checked, which was accepted
 */
public record CheckedRelease(
        ProgrammeRelease release,
        List<CaseFile> cases,
        int questions,
        List<Fault> remarks,
        List<Fault> changedCases,
        List<Fault> notCompared) {

    /**
     * Loads a release and checks it.
     *
     * @param scope how closely to check
     * @return null if the release does not load. Faults are added in this case, and for each failed check.
     * @throws io.quanyi.work.WorkCancelled if the scope's cancellation ends the check
     */
    public static @Nullable CheckedRelease of(SourceTree tree, ReleaseId id, CheckScope scope, Faults faults) {
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        if (release == null) {
            return null;
        }
        CalendarVersions.check(tree, id, faults);
        List<CaseFile> cases = ReleaseCheck.check(release, RulesTree.policyFiles(tree, id), faults);
        if (!scope.withAnswers()) {
            List<Fault> order = faults.isEmpty()
                    ? TargetTimeOrder.open(release, RulesTree.SOME_INSTANT, scope.cancellation())
                    : List.of();
            return new CheckedRelease(release, cases, 0, order, List.of(), List.of());
        }
        int before = faults.count();
        Faults notCompared = new Faults();
        List<Fault> remarks = List.of();
        int questions = CatalogueTrial.run(release, RulesTree.SOME_INSTANT, scope.cancellation(), faults, notCompared);
        if (faults.count() == before) {
            // The answers of rules that fail cannot be enumerated
            SoundnessCheck.Remarks found =
                    SoundnessCheck.check(release, RulesTree.SOME_INSTANT, scope.cancellation(), faults);
            found.notCompared().forEach(notCompared::add);
            remarks = found.remarks();
        }
        if (!scope.acceptsNotCompared()) {
            notCompared.sorted().forEach(faults::add);
        }
        List<Fault> changedCases = runCases(tree, release, cases, scope.cancellation(), faults);
        return new CheckedRelease(release, cases, questions, remarks, changedCases, notCompared.sorted());
    }

    /**
     * Runs the cases of a release under the catalogue and calendars of the first entry that names its policy.
     *
     * @return remarks on the cases that the release itself answers differently
     */
    public static List<Fault> runCases(
            SourceTree tree, ProgrammeRelease release, List<CaseFile> cases, Cancellation cancellation, Faults faults) {
        ProgrammeRelease first = caseRelease(tree, release, faults);
        if (first == null) {
            return List.of();
        }
        ReleaseCheck.run(first, cases, cancellation, faults);
        return first.id().equals(release.id()) ? List.of() : ChangedCases.of(release, cases, cancellation);
    }

    /**
     * The release under which the cases of a release have to pass: that of the first entry that names its policy, or itself. The cases were
     * written for the catalogue and the calendars of that entry; newer ones may change the answers, as next year's holidays do.
     *
     * @return null, with the faults added, if it does not load
     */
    public static @Nullable ProgrammeRelease caseRelease(SourceTree tree, ProgrammeRelease release, Faults faults) {
        Optional<ReleaseId> first = firstOfPolicy(tree, release.id());
        return first.isEmpty() ? release : RulesTree.draft(tree, first.get(), faults);
    }

    /** The first entry of the policy, if it is an earlier one with another catalogue or other calendars. */
    private static Optional<ReleaseId> firstOfPolicy(SourceTree tree, ReleaseId id) {
        Ledger ledger = Ledger.of(tree, id.programme(), new Faults());
        return ledger == null
                ? Optional.empty()
                : ledger.releases().stream()
                        .map(entry -> entry.id(id.programme()))
                        .filter(entry -> entry.policy().equals(id.policy()))
                        .findFirst()
                        .filter(entry -> entry.number() < id.number() && !hasSameParts(entry, id));
    }

    private static boolean hasSameParts(ReleaseId one, ReleaseId other) {
        return one.catalogue().equals(other.catalogue()) && one.calendars().equals(other.calendars());
    }
}
