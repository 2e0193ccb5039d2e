package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rule, or one condition or insertion of a rule, whose removal changes no answer. Often the document states a norm twice, and so do the rules;
 * sometimes it is a mistake.
 *
 * @param rule the rule
 * @param kind the kind of mutation that removes the part
 * @param part the condition or insertion as written in the rule; for a whole rule, its first line
 */
public record RedundantRulePart(RuleInfo rule, MutationKind kind, String part) {

    private static final Set<MutationKind> KINDS =
            Set.of(MutationKind.RULE_DROPPED, MutationKind.CONDITION_DROPPED, MutationKind.INSERTION_DROPPED);

    /**
     * All redundant parts, sorted by rule. A part is not redundant if a case fails without it; otherwise all combinations are compared.
     * Parts with too many combinations are left out.
     *
     * @param at the instant of all requests; the result does not depend on it
     */
    public static List<RedundantRulePart> of(
            ProgrammeRelease release, List<CaseFile> files, Instant at, ProgressListener progress) {
        CasesByService cases = new CasesByService(release, files);
        List<PolicyMutation> mutations = PolicyMutations.of(CompiledPolicy.of(release)).all().stream()
                .filter(mutation -> KINDS.contains(mutation.kind()))
                .toList();
        AtomicInteger done = new AtomicInteger();
        return mutations.stream()
                .filter(mutation -> {
                    progress.done(done.incrementAndGet(), mutations.size());
                    return isRedundant(mutation, release, cases, at);
                })
                .map(mutation -> new RedundantRulePart(mutation.rule(), mutation.kind(), mutation.what()))
                .toList();
    }

    private static boolean isRedundant(
            PolicyMutation mutation, ProgrammeRelease release, CasesByService cases, Instant at) {
        ProgrammeRelease other = release.withPolicy(mutation.policy());
        if (cases.detect(other, mutation)) {
            return false;
        }
        try {
            return mutation.services().stream().noneMatch(service -> MutationRun.differs(release, other, service, at));
        } catch (TooManyCombinations e) {
            return false;
        }
    }

    /** A remark for the author. */
    public Fault remark() {
        String code = switch (kind) {
            case RULE_DROPPED -> "rule-idle";
            case INSERTION_DROPPED -> "insertion-idle";
            default -> "condition-idle";
        };
        return Fault.at(rule.position(), code, rule.id(), part);
    }
}
