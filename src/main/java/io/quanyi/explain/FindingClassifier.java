package io.quanyi.explain;

import io.quanyi.decision.Decision;
import io.quanyi.decision.Finding;
import io.quanyi.decision.GroundCode;
import io.quanyi.decision.Result;
import io.quanyi.decision.RuleInfo;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Denied;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Undetermined;
import io.quanyi.facts.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the status of each finding, from the decision into which the findings were combined. */
final class FindingClassifier {

    private static final Comparator<Finding> NEAREST = Comparator.comparingInt(Finding::distance)
            .thenComparing(finding -> id(finding) == null ? "" : String.valueOf(id(finding)));

    /** The outcome types on which a denial by a limit rests. */
    private static final Map<String, Set<Class<?>>> LIMITS = Map.of(
            "quota-exhausted", Set.of(Quota.class),
            "quota-insufficient", Set.of(Quota.class),
            "limit-reached", Set.of(EachLimit.class, GroupLimit.class),
            "lead-time-not-met", Set.of(LeadTime.class),
            "channel-not-offered", Set.of(Channel.class),
            "delivery-not-offered", Set.of(Delivery.class));

    private final List<Finding> said;
    private final @Nullable Decision decision;

    /**
     * Sorts the findings, the nearest first.
     *
     * @param said the findings that wait for no absent fact
     * @param decision the decision; null if facts are missing
     */
    FindingClassifier(List<Finding> said, @Nullable Decision decision) {
        this.said = said.stream().sorted(NEAREST).toList();
        this.decision = decision;
    }

    /** A finding with its status, and the finding that counts in its place; the same finding if no other does. */
    record ClassifiedFinding(Finding finding, FindingStatus status, Finding counting) {}

    /** All findings, the nearest first. */
    List<ClassifiedFinding> all() {
        return said.stream().map(this::classify).toList();
    }

    private ClassifiedFinding classify(Finding finding) {
        if (decision == null) {
            return new ClassifiedFinding(finding, FindingStatus.UNDECIDED, finding);
        }
        Outcome outcome = finding.outcome();
        if (outcome instanceof Plan) {
            return new ClassifiedFinding(finding, containing(finding), finding);
        }
        return outcome instanceof Verdict verdict
                ? new ClassifiedFinding(finding, verdict(finding, verdict, decision), finding)
                : term(finding, (Term) outcome, decision);
    }

    private FindingStatus containing(Finding plan) {
        boolean used = said.stream()
                .filter(finding -> !(finding.outcome() instanceof Plan))
                .filter(finding -> finding.distance() >= plan.distance() && finding.distance() != Finding.PROGRAMME)
                .anyMatch(finding -> classify(finding).status().counts());
        return used ? FindingStatus.CONTAINS : FindingStatus.CONTAINS_UNUSED;
    }

    private static FindingStatus verdict(Finding finding, Verdict verdict, Decision decision) {
        if (isCited(finding, decision)) {
            return FindingStatus.COUNTS;
        }
        boolean granted =
                decision.reasons().stream().anyMatch(reason -> GroundCode.kind(reason.code()) == GroundCode.Kind.GRANT);
        if (granted && verdict instanceof Payable) {
            return FindingStatus.BEYOND_QUOTA;
        }
        return granted && verdict instanceof Granted ? FindingStatus.NEARER_COUNTS : FindingStatus.OUTRANKED;
    }

    /** Whether a reason with a code can rest on an outcome. */
    static boolean speaksFor(Outcome said, String code) {
        if (said instanceof Granted) {
            return code.startsWith("granted");
        }
        return said.equals(new Denied(code))
                || said.equals(new Payable(code))
                || said.equals(new Undetermined(code))
                || LIMITS.getOrDefault(code, Set.of()).contains(said.getClass());
    }

    private ClassifiedFinding term(Finding finding, Term term, Decision decision) {
        if (isCited(finding, decision)) {
            return new ClassifiedFinding(finding, FindingStatus.COUNTS, finding);
        }
        if (!isShown(term, decision)) {
            return new ClassifiedFinding(finding, FindingStatus.NO_YES, finding);
        }
        Finding first = first(term);
        if (first.equals(finding) || term instanceof Charge || term instanceof ChargeShare) {
            return new ClassifiedFinding(finding, FindingStatus.COUNTS, finding);
        }
        boolean same = first.outcome().equals(term);
        return new ClassifiedFinding(finding, same ? FindingStatus.SAME_AS : FindingStatus.NEARER_COUNTS, first);
    }

    /** The nearest finding of the type of a single term; for a collected term, the nearest equal finding. */
    private Finding first(Term term) {
        return said.stream()
                .filter(other -> term instanceof Term.Single
                        ? other.outcome().getClass() == term.getClass()
                        : other.outcome().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCited(Finding finding, Decision decision) {
        return decision.reasons().stream()
                .anyMatch(reason ->
                        Objects.equals(reason.rule(), id(finding)) && speaksFor(finding.outcome(), reason.code()));
    }

    private static boolean isShown(Term term, Decision decision) {
        boolean yes = decision.outcome() == Result.ENTITLED || decision.outcome() == Result.PAYABLE;
        if (term instanceof Quota || term instanceof EachLimit || term instanceof GroupLimit) {
            return decision.quota() != null || decision.outcome() == Result.ENTITLED;
        }
        if (term instanceof LeadTime) {
            return decision.leadTime() != null;
        }
        if (term instanceof FulfilledBy) {
            return decision.response() != null;
        }
        return yes || (term instanceof Condition && decision.outcome() == Result.UNDETERMINED);
    }

    private static @Nullable String id(Finding finding) {
        RuleInfo rule = finding.rule();
        return rule == null ? null : rule.id();
    }
}
