package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.Variant;
import io.quanyi.policy.Variant.Kind;
import io.quanyi.policy.Variants;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rule, or a condition of one, that decides nothing: without it every answer is the same. Often the document says a thing twice,
 * and so do the rules; at times it is a slip.
 *
 * @param rule the rule
 * @param condition the condition as the author writes it; empty for the rule as a whole
 */
public record Idle(RuleInfo rule, String condition) {

    private static final Set<Kind> KINDS = Set.of(Kind.RULE_DROPPED, Kind.CONDITION_DROPPED);

    /**
     * All that decide nothing, by rule. What a case shows to matter need not be looked at further; of what has too many
     * combinations nothing is said.
     *
     * @param at the instant asked about; which one makes no difference
     */
    public static List<Idle> of(ProgrammeRelease release, List<CaseFile> files, Instant at, ProgressListener progress) {
        CasesByService cases = new CasesByService(release, files);
        List<Variant> variants = Variants.of((CompiledPolicy) release.policy()).all().stream()
                .filter(variant -> KINDS.contains(variant.kind()))
                .toList();
        AtomicInteger done = new AtomicInteger();
        return variants.stream()
                .filter(variant -> {
                    progress.done(done.incrementAndGet(), variants.size());
                    return isIdle(variant, release, cases, at);
                })
                .map(variant -> new Idle(variant.rule(), variant.kind() == Kind.RULE_DROPPED ? "" : variant.what()))
                .toList();
    }

    private static boolean isIdle(Variant variant, ProgrammeRelease release, CasesByService cases, Instant at) {
        ProgrammeRelease other = release.with(variant.policy());
        if (cases.tellApart(other, variant)) {
            return false;
        }
        try {
            return !Impact.differs(release, other, variant.services(), at);
        } catch (TooManyCombinations e) {
            return false;
        }
    }

    /** As an author is told. */
    public Fault remark() {
        return condition.isEmpty()
                ? Fault.at(rule.position(), "rule-idle", rule.id())
                : Fault.at(rule.position(), "condition-idle", rule.id(), condition);
    }
}
