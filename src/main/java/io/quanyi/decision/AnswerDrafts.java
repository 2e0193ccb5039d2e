package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.combination.RuleReason;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes answers to one question out of findings, beside what rules say on the presumption that an absent fact is as usual. */
final class AnswerDrafts {

    private final ResolvedRequest question;
    private final UsageTotals usage;
    private final List<Finding> presumed;
    private final boolean timed;

    /**
     * @param presumed findings whose condition is taken as met, or as not met, for want of a fact
     * @param timed whether the drafts have instants, which their cores do not need
     */
    AnswerDrafts(ResolvedRequest question, UsageTotals usage, List<Finding> presumed, boolean timed) {
        this.question = question;
        this.usage = usage;
        this.presumed = presumed;
        this.timed = timed;
    }

    /**
     * The answer by what is known.
     *
     * @throws ConflictingTerms if two of the findings cannot stand beside each other
     */
    AnswerDraft of(List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        List<Finding> presumedGrants = presumedGrants(known);
        presumedGrants.forEach(finding -> findings.add(known(finding)));
        Combination combination = Combination.of(findings, List.of());
        Limits limits = combination.result() == Result.ENTITLED ? new Limits(question, combination, usage) : null;
        Collection<RuleReason> reasons = limits == null ? List.of() : limits.reasons();
        Combination combined = reasons.isEmpty() ? combination : Combination.of(findings, reasons);
        List<Finding> conditional = new ArrayList<>(presumedGrants);
        if (!presumed.isEmpty()) {
            conditional.addAll(presumedRefusals(findings, combined));
            conditional.addAll(presumedTerms(findings));
        }
        QuotaCount quota = limits == null ? null : limits.quota();
        Decision decision = new Answers(question, combined, conditional, quota, timed).decision();
        return new AnswerDraft(decision, combined, limits);
    }

    /** The finding as it would be if the absent fact that it needs were known. */
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

    /** Grants whose condition is taken as met, where no grant is sure. */
    private List<Finding> presumedGrants(List<Finding> known) {
        boolean sure = presumed.isEmpty() || known.stream().anyMatch(finding -> finding.outcome() instanceof Granted);
        return sure
                ? List.of()
                : presumed.stream()
                        .filter(finding -> finding.outcome() instanceof Granted)
                        .toList();
    }

    /** Terms that would be stated, and are not yet, if a fact were other than it is taken to be. */
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

    /** Refusals whose condition is taken as not met, where they would have mattered. */
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
