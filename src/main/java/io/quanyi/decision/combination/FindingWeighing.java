package io.quanyi.decision.combination;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the status of findings in a combination. */
final class FindingWeighing {

    /** The outcome types on which a denial by a limit rests. */
    private static final Map<ReasonCode, Set<Class<? extends Term>>> LIMITS = Map.of(
            ReasonCode.QUOTA_EXHAUSTED, Set.of(Quota.class),
            ReasonCode.QUOTA_INSUFFICIENT, Set.of(Quota.class),
            ReasonCode.LIMIT_REACHED, Set.of(EachLimit.class, GroupLimit.class),
            ReasonCode.LEAD_TIME_NOT_MET, Set.of(LeadTime.class),
            ReasonCode.CHANNEL_NOT_OFFERED, Set.of(Channel.class),
            ReasonCode.DELIVERY_NOT_OFFERED, Set.of(Delivery.class));

    private final Combination combination;
    private final List<Finding> findings;

    /** @param findings the findings to weigh, which are among those of the combination */
    FindingWeighing(Combination combination, List<Finding> findings) {
        this.combination = combination;
        this.findings = sorted(findings);
    }

    /** The findings, the nearest first. */
    static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(Combination.BY_DISTANCE).toList();
    }

    /** All findings, the nearest first. */
    List<WeighedFinding> all() {
        return findings.stream().map(this::weigh).toList();
    }

    private WeighedFinding weigh(Finding finding) {
        Outcome outcome = finding.outcome();
        ReasonCode reason = reason(finding);
        if (outcome instanceof Plan) {
            return new WeighedFinding(finding, plan(finding), finding, reason);
        }
        if (reason != null) {
            return new WeighedFinding(finding, FindingStatus.COUNTS, finding, reason);
        }
        return outcome instanceof Verdict verdict
                ? new WeighedFinding(finding, unusedVerdict(verdict), finding, null)
                : term(finding, (Term) outcome);
    }

    private FindingStatus plan(Finding plan) {
        boolean used = findings.stream()
                .filter(finding -> !(finding.outcome() instanceof Plan))
                .filter(finding -> finding.distance() >= plan.distance() && finding.distance() != Finding.PROGRAMME)
                .anyMatch(finding -> weigh(finding).status().counts());
        return used ? FindingStatus.CONTAINS : FindingStatus.CONTAINS_UNUSED;
    }

    private FindingStatus unusedVerdict(Verdict verdict) {
        boolean granted =
                combination.reasons().stream().anyMatch(reason -> reason.code().kind() == ReasonCode.Kind.GRANT);
        if (granted && verdict instanceof Payable) {
            return FindingStatus.BEYOND_QUOTA;
        }
        return granted && verdict instanceof Granted ? FindingStatus.NEARER_COUNTS : FindingStatus.OUTRANKED;
    }

    private WeighedFinding term(Finding finding, Term term) {
        if (!combination.includes(term.getClass())) {
            return new WeighedFinding(finding, FindingStatus.NO_YES, finding, null);
        }
        Finding first = first(term);
        if (first.equals(finding) || term instanceof Charge || term instanceof ChargeShare) {
            return new WeighedFinding(finding, FindingStatus.COUNTS, finding, null);
        }
        boolean same = first.outcome().equals(term);
        return new WeighedFinding(finding, same ? FindingStatus.SAME_AS : FindingStatus.NEARER_COUNTS, first, null);
    }

    /** The nearest finding of the type of a single term; for a collected term, the nearest equal finding. */
    private Finding first(Term term) {
        return findings.stream()
                .filter(other -> term instanceof Term.Single
                        ? other.outcome().getClass() == term.getClass()
                        : other.outcome().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** The reason of the result that rests on a finding; null if none does. */
    private @Nullable ReasonCode reason(Finding finding) {
        return combination.reasons().stream()
                .filter(reason -> Objects.equals(reason.rule(), finding.rule()) && restsOn(reason.code(), finding))
                .map(RuleReason::code)
                .findFirst()
                .orElse(null);
    }

    private static boolean restsOn(ReasonCode code, Finding finding) {
        Outcome outcome = finding.outcome();
        if (outcome instanceof Granted) {
            return code.isGrant();
        }
        return outcome instanceof Verdict verdict
                ? Combination.code(verdict, finding).equals(code)
                : LIMITS.getOrDefault(code, Set.of()).contains(outcome.getClass());
    }
}
