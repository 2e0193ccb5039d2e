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

/** Tells of each thing that was said what became of it, from the answer that it was combined to. */
final class Weighing {

    private static final Comparator<Finding> NEAREST = Comparator.comparingInt(Finding::distance)
            .thenComparing(finding -> id(finding) == null ? "" : String.valueOf(id(finding)));

    /** What a refusal by a limit rests on. */
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
     * @param said what is said with all facts known
     * @param decision what it was combined to; null where facts are missing for that
     */
    Weighing(List<Finding> said, @Nullable Decision decision) {
        this.said = said.stream().sorted(NEAREST).toList();
        this.decision = decision;
    }

    /** What became of something, and what counts in its place; that is itself where nothing else does. */
    record Weight(Finding finding, Standing standing, Finding counting) {}

    /** Everything, the nearest first. */
    List<Weight> all() {
        return said.stream().map(this::weigh).toList();
    }

    private Weight weigh(Finding finding) {
        if (decision == null) {
            return new Weight(finding, Standing.UNDECIDED, finding);
        }
        Outcome outcome = finding.outcome();
        if (outcome instanceof Plan) {
            return new Weight(finding, containing(finding), finding);
        }
        return outcome instanceof Verdict verdict
                ? new Weight(finding, verdict(finding, verdict, decision), finding)
                : term(finding, (Term) outcome, decision);
    }

    private Standing containing(Finding plan) {
        boolean used = said.stream()
                .filter(finding -> !(finding.outcome() instanceof Plan))
                .filter(finding -> finding.distance() >= plan.distance() && finding.distance() != Finding.PROGRAMME)
                .anyMatch(finding -> weigh(finding).standing().counts());
        return used ? Standing.CONTAINS : Standing.CONTAINS_UNUSED;
    }

    private static Standing verdict(Finding finding, Verdict verdict, Decision decision) {
        if (isCited(finding, decision)) {
            return Standing.COUNTS;
        }
        boolean granted =
                decision.reasons().stream().anyMatch(reason -> GroundCode.kind(reason.code()) == GroundCode.Kind.GRANT);
        if (granted && verdict instanceof Payable) {
            return Standing.BEYOND_QUOTA;
        }
        return granted && verdict instanceof Granted ? Standing.NEARER_COUNTS : Standing.OUTRANKED;
    }

    /** Whether a reason of this code can rest on what was said. */
    static boolean speaksFor(Outcome said, String code) {
        if (said instanceof Granted) {
            return code.startsWith("granted");
        }
        return said.equals(new Denied(code))
                || said.equals(new Payable(code))
                || said.equals(new Undetermined(code))
                || LIMITS.getOrDefault(code, Set.of()).contains(said.getClass());
    }

    private Weight term(Finding finding, Term term, Decision decision) {
        if (isCited(finding, decision)) {
            return new Weight(finding, Standing.COUNTS, finding);
        }
        if (!isShown(term, decision)) {
            return new Weight(finding, Standing.NO_YES, finding);
        }
        Finding first = first(term);
        if (first.equals(finding) || term instanceof Charge || term instanceof ChargeShare) {
            return new Weight(finding, Standing.COUNTS, finding);
        }
        boolean same = first.outcome().equals(term);
        return new Weight(finding, same ? Standing.SAME_AS : Standing.NEARER_COUNTS, first);
    }

    /** The nearest that states a single term; of collected terms, the nearest that states the same. */
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
