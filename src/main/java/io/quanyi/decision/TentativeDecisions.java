package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.combination.RuleReason;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tentative decisions of one question from given findings, together with findings that presume an absent fact. */
final class TentativeDecisions {

    private final ResolvedRequest question;
    private final UsageTotals usage;
    private final List<Finding> presumed;
    private final boolean timed;
    private boolean heldAgainstLimits;

    /**
     * Takes a question.
     *
     * @param presumed findings whose condition is presumed to be met, or not to be met, because a fact is absent
     * @param timed whether the decisions have instants, which their cores do not need
     */
    TentativeDecisions(ResolvedRequest question, UsageTotals usage, List<Finding> presumed, boolean timed) {
        this.question = question;
        this.usage = usage;
        this.presumed = presumed;
        this.timed = timed;
    }

    /**
     * The decision from known findings.
     *
     * @throws ConflictingTerms if two of the findings contradict each other
     */
    TentativeDecision of(List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        List<Finding> presumedGrants = presumedGrants(known);
        presumedGrants.forEach(finding -> findings.add(known(finding)));
        Combination combination = Combination.of(findings, List.of());
        LimitCheck limits = combination.result() == Result.ENTITLED ? limits(combination) : null;
        Collection<RuleReason> reasons = limits == null ? List.of() : limits.reasons();
        Combination combined = reasons.isEmpty() ? combination : Combination.of(findings, reasons);
        List<Finding> conditional = new ArrayList<>(presumedGrants);
        if (!presumed.isEmpty()) {
            conditional.addAll(presumedRefusals(findings, combined));
            conditional.addAll(presumedTerms(findings));
        }
        QuotaCount quota = limits == null ? beside(combined) : limits.quota();
        Decision decision =
                new DecisionBuilder(question, combined, conditional, dependentTerms(combined), quota, timed).decision();
        return new TentativeDecision(decision, combined, limits);
    }

    private LimitCheck limits(Combination combination) {
        heldAgainstLimits = true;
        return new LimitCheck(question, combination, usage);
    }

    /** Whether the question was held against a limit in any decision so far. */
    boolean isHeldAgainstLimits() {
        return heldAgainstLimits;
    }

    /** The count of the quota beside the refusal of a use by a rule; null if there is no quota, or the request does not state the usage. */
    private @Nullable QuotaCount beside(Combination refusal) {
        Stated<Quota> stated = refusal.includes(Quota.class) ? refusal.nearest(Quota.class) : null;
        heldAgainstLimits |= stated != null;
        Set<String> missing = new HashSet<>();
        QuotaCount count = stated == null ? null : QuotaCount.of(stated, question, usage, missing);
        boolean counted =
                count != null && missing.isEmpty() && count.total().missing().isEmpty();
        return counted ? count : null;
    }

    /** A finding as if its absent fact were known. */
    static Finding known(Finding finding) {
        return new Finding(finding.rule(), finding.outcome(), finding.distance(), null);
    }

    /** The findings with one more. */
    static List<Finding> plus(List<Finding> findings, Finding finding) {
        List<Finding> more = new ArrayList<>(findings.size() + 1);
        more.addAll(findings);
        more.add(finding);
        return more;
    }

    /** Grants whose condition is presumed to be met; none if a known finding grants. */
    private List<Finding> presumedGrants(List<Finding> known) {
        boolean sure = presumed.isEmpty() || known.stream().anyMatch(finding -> finding.outcome() instanceof Granted);
        return sure
                ? List.of()
                : presumed.stream()
                        .filter(finding -> finding.outcome() instanceof Granted)
                        .toList();
    }

    /** Terms that would be added if a presumed fact were different. */
    private List<Finding> presumedTerms(List<Finding> findings) {
        List<Finding> terms = presumed.stream()
                .filter(finding -> finding.outcome() instanceof Term)
                .filter(finding -> finding.absent() != null && finding.absent().meaning() == Meaning.ASSUMED)
                .toList();
        if (terms.isEmpty()) {
            return terms;
        }
        Set<Outcome> stated = new HashSet<>();
        findings.forEach(finding -> stated.add(finding.outcome()));
        return terms.stream()
                .filter(finding -> !stated.contains(finding.outcome()))
                .toList();
    }

    /** Terms of which the request does not say whether they apply, and that would change the answer if they did. */
    private List<Finding> dependentTerms(Combination combined) {
        return presumed.stream()
                .filter(finding ->
                        finding.outcome() instanceof Term term && combined.wouldChangeBy(term, finding.distance()))
                .toList();
    }

    /** Denials whose condition is presumed not to be met, and that would change the result if it were. */
    private List<Finding> presumedRefusals(List<Finding> findings, Combination combined) {
        Map<Outcome, Boolean> mattering = new HashMap<>();
        return presumed.stream()
                .filter(finding -> finding.outcome() instanceof Verdict)
                .filter(finding -> !(finding.outcome() instanceof Granted))
                .filter(finding -> mattering.computeIfAbsent(
                        finding.outcome(),
                        outcome -> Combination.of(plus(findings, known(finding)), List.of())
                                        .result()
                                != combined.result()))
                .toList();
    }
}
