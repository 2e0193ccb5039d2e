package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.impact.ProgressListener;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The results of testing all mutations of the rules of a release with its cases. Dropped conditions are counted separately, because
 * the one silent case that every rule must have does not test each condition.
 *
 * @param release the id of the release
 * @param all the results of the mutations that compile, in the order of the rules
 * @param refused the mutations that the checks of a policy refuse, so that no case has to detect them
 */
public record MutationResults(
        ReleaseId release, List<MutationResult> all, List<PolicyMutations.RefusedMutation> refused) {

    /** Keeps copies. */
    public MutationResults {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /** The number of detected mutations of all mutations that a case could detect. */
    public record Score(int detected, int of) {}

    /**
     * Tests every mutation of the policy of a release.
     *
     * @param at the instant of examples; nothing else depends on it
     * @throws IllegalArgumentException if the rules of the release are not compiled ones
     */
    public static MutationResults of(
            ProgrammeRelease release, List<CaseFile> cases, Instant at, ProgressListener progress) {
        return of(release, cases, rule -> true, at, progress, Cancellation.never());
    }

    /**
     * Tests the mutations of some rules of a release.
     *
     * @param chosen whether the mutations of a rule are tested
     * @param at the instant of examples; nothing else depends on it
     * @throws io.quanyi.work.WorkCancelled if it was ended
     * @throws IllegalArgumentException if the rules of the release are not compiled ones
     */
    public static MutationResults of(
            ProgrammeRelease release,
            List<CaseFile> cases,
            Predicate<RuleInfo> chosen,
            Instant at,
            ProgressListener progress,
            Cancellation cancellation) {
        PolicyMutations mutations = PolicyMutations.of(CompiledPolicy.of(release));
        List<PolicyMutation> tested = mutations.all().stream()
                .filter(mutation -> chosen.test(mutation.rule()))
                .toList();
        return new MutationResults(
                release.id(),
                new MutationRun(release, cases, at, progress, cancellation).of(tested),
                mutations.refused().stream()
                        .filter(mutation -> chosen.test(mutation.rule()))
                        .toList());
    }

    /** The score without dropped conditions. */
    public Score score() {
        return score(mutation -> mutation.kind() != MutationKind.CONDITION_DROPPED);
    }

    /** The score of dropped conditions. */
    public Score conditionScore() {
        return score(mutation -> mutation.kind() == MutationKind.CONDITION_DROPPED);
    }

    private Score score(Predicate<MutationResult> counted) {
        List<MutationResult> detectable = all.stream()
                .filter(counted.and(mutation -> mutation.status() != MutationStatus.EQUIVALENT))
                .toList();
        long detected = detectable.stream()
                .filter(mutation -> mutation.status() == MutationStatus.DETECTED)
                .count();
        return new Score((int) detected, detectable.size());
    }

    /** The mutations that no case detects and that are not known to be equivalent. */
    public List<MutationResult> survivors() {
        return all.stream()
                .filter(mutation ->
                        mutation.status() == MutationStatus.SURVIVED || mutation.status() == MutationStatus.UNPROVEN)
                .toList();
    }

    /** The mutations that no case can detect. */
    public List<MutationResult> equivalent() {
        return all.stream()
                .filter(mutation -> mutation.status() == MutationStatus.EQUIVALENT)
                .toList();
    }
}
