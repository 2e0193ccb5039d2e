package io.quanyi.decision.combination;

import static io.quanyi.decision.answer.ReasonCode.CHANNEL_NOT_OFFERED;
import static io.quanyi.decision.answer.ReasonCode.DELIVERY_NOT_OFFERED;
import static io.quanyi.decision.answer.ReasonCode.LEAD_TIME_NOT_MET;
import static io.quanyi.decision.answer.ReasonCode.LIMIT_REACHED;
import static io.quanyi.decision.answer.ReasonCode.QUOTA_EXHAUSTED;
import static io.quanyi.decision.answer.ReasonCode.QUOTA_INSUFFICIENT;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Condition;
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
import io.quanyi.facts.Response;
import io.quanyi.facts.Term;
import io.quanyi.facts.Undetermined;
import io.quanyi.facts.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The combination of the findings about one question into a result: a pure function of their <i>set</i>.
 *
 * <p>The strongest kind of reason decides, in the order of {@link #weigh}; without a reason the service is denied. Terms alone grant
 * nothing. Of a single term the finding of the nearest plan counts; of collected terms all count.
 */
public final class Combination {

    /** The nearest plan first, then by the id of the rule. */
    static final Comparator<Finding> BY_DISTANCE =
            Comparator.comparingInt(Finding::distance).thenComparing(finding -> id(finding.rule()));

    /** The reasons that refuse one use of a service, for its size, way or day, and not the service. */
    private static final Set<ReasonCode> OF_USE = Set.of(
            CHANNEL_NOT_OFFERED,
            DELIVERY_NOT_OFFERED,
            LEAD_TIME_NOT_MET,
            LIMIT_REACHED,
            QUOTA_EXHAUSTED,
            QUOTA_INSUFFICIENT);

    private final Result result;
    private final List<RuleReason> reasons;
    private final List<Finding> findings;
    private boolean heldAgainstLimits;

    private Combination(Result result, Collection<RuleReason> reasons, List<Finding> findings) {
        this.result = result;
        this.reasons = reasons.size() == 1 ? List.copyOf(reasons) : List.copyOf(new TreeSet<>(reasons));
        this.findings = findings;
    }

    /**
     * Combines findings of rules and contract with the reasons of limits.
     *
     * @param findings the findings that rest on no absent fact
     * @param limits the reasons of denials by limits, such as quotas and channels; empty before limits are compared
     */
    public static Combination of(Collection<Finding> findings, Collection<RuleReason> limits) {
        List<Finding> all = List.copyOf(findings);
        List<RuleReason> reasons = new ArrayList<>(limits);
        for (Finding finding : all) {
            if (finding.outcome() instanceof Verdict verdict) {
                reasons.add(new RuleReason(code(verdict, finding), finding.rule()));
            }
        }
        Combination combination = weigh(reasons, all);
        combination.heldAgainstLimits = !limits.isEmpty();
        return combination;
    }

    /** Strongest first. */
    private static Combination weigh(List<RuleReason> reasons, List<Finding> all) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (RuleReason reason : reasons) {
            kinds.add(reason.code().kind());
        }
        if (kinds.contains(Kind.EXCLUSION)) {
            return new Combination(Result.NOT_ENTITLED, of(reasons, Kind.EXCLUSION), all);
        }
        if (kinds.contains(Kind.QUOTA) && kinds.contains(Kind.SALE) && !kinds.contains(Kind.USE)) {
            return new Combination(Result.PAYABLE, of(reasons, Kind.QUOTA, Kind.SALE), all);
        }
        if (kinds.contains(Kind.USE) || kinds.contains(Kind.QUOTA)) {
            return new Combination(Result.NOT_ENTITLED, of(reasons, Kind.USE, Kind.QUOTA), all);
        }
        if (kinds.contains(Kind.CONTRACT_GRANT)) {
            return new Combination(Result.ENTITLED, of(reasons, Kind.CONTRACT_GRANT), all);
        }
        if (kinds.contains(Kind.SCOPE)) {
            return new Combination(Result.NOT_ENTITLED, of(reasons, Kind.SCOPE), all);
        }
        if (kinds.contains(Kind.REFERRAL)) {
            return new Combination(Result.UNDETERMINED, of(reasons, Kind.REFERRAL), all);
        }
        if (kinds.contains(Kind.SALE) && !(kinds.contains(Kind.GRANT) && isMetered(all))) {
            return new Combination(Result.PAYABLE, of(reasons, Kind.SALE), all);
        }
        if (kinds.contains(Kind.GRANT)) {
            return new Combination(Result.ENTITLED, nearestGrants(all), all);
        }
        return new Combination(Result.NOT_ENTITLED, List.of(new RuleReason(ReasonCode.NOT_IN_PLAN, null)), all);
    }

    /** Whether a reason refuses one use of a service, for its size, way or day, so that an answer states the term behind it. */
    public static boolean refusesOneUse(ReasonCode code) {
        return OF_USE.contains(code);
    }

    public Result result() {
        return result;
    }

    /** The reasons of the result, sorted; never empty. */
    public List<RuleReason> reasons() {
        return reasons;
    }

    /**
     * The status of findings in this combination.
     *
     * @param among the findings to weigh; all are findings of this combination
     * @return them, the nearest first
     */
    public List<WeighedFinding> weighed(List<Finding> among) {
        return new FindingWeighing(this, among).all();
    }

    /** Whether the answer includes stated terms of a type. */
    public boolean includes(Class<? extends Term> type) {
        boolean positive = result == Result.ENTITLED || result == Result.PAYABLE;
        if (type == Quota.class || type == EachLimit.class || type == GroupLimit.class) {
            boolean ofUse = grantDistance() != null && isFor(OF_USE);
            return result == Result.ENTITLED
                    || (((positive && heldAgainstLimits) || ofUse) && isMetered(findings))
                    || ((positive || ofUse) && states(GroupLimit.class));
        }
        if (type == LeadTime.class) {
            return positive || isFor(Set.of(LEAD_TIME_NOT_MET));
        }
        if (type == FulfilledBy.class) {
            return positive && states(Response.class);
        }
        return positive || (type == Condition.class && result == Result.UNDETERMINED);
    }

    /** Whether the answer would be another if it were known that a term applies: it is of a type that the answer includes, and nothing states it, or a single term at no greater distance. */
    public boolean wouldChangeBy(Term term, int distance) {
        if (!includes(term.getClass())) {
            return false;
        }
        return findings.stream()
                .noneMatch(finding -> finding.outcome().equals(term)
                        || (term instanceof Term.Single
                                && finding.outcome().getClass() == term.getClass()
                                && finding.distance() < distance));
    }

    private boolean isFor(Set<ReasonCode> codes) {
        for (RuleReason reason : reasons) {
            if (codes.contains(reason.code())) {
                return true;
            }
        }
        return false;
    }

    private boolean states(Class<? extends Term> type) {
        return states(findings, type);
    }

    static boolean states(List<Finding> findings, Class<? extends Outcome> type) {
        for (Finding finding : findings) {
            if (type.isInstance(finding.outcome())) {
                return true;
            }
        }
        return false;
    }

    /** The nearest statement of a single term; null if nothing states it. */
    public <T extends Term.Single> @Nullable Stated<T> nearest(Class<T> type) {
        return StatedTerms.nearest(type, findings);
    }

    /** Every statement of a term, in the order of the terms' texts. */
    public <T extends Term> List<Stated<T>> all(Class<T> type) {
        return StatedTerms.all(type, findings);
    }

    /** The distance of the nearest grant; null if nothing grants. */
    public @Nullable Integer grantDistance() {
        return grantDistance(findings);
    }

    /** The rules by which the plan of the customer contains the plan at a distance, the nearest first. */
    public List<RuleInfo> containing(int distance) {
        return findings.stream()
                .filter(finding -> finding.outcome() instanceof Plan && finding.distance() <= distance)
                .sorted(BY_DISTANCE)
                .map(finding -> Objects.requireNonNull(finding.rule(), "a contract contains no plan"))
                .toList();
    }

    /** A term with the rule that states it; the rule is null for the contract. */
    public record Stated<T extends Term>(T term, @Nullable RuleInfo rule, int distance) {}

    static String id(@Nullable RuleInfo rule) {
        return rule == null ? "" : rule.id();
    }

    private static boolean isMetered(List<Finding> all) {
        return states(all, Quota.class);
    }

    private static List<RuleReason> nearestGrants(List<Finding> all) {
        int nearest = Objects.requireNonNull(grantDistance(all), "there is a grant");
        List<RuleReason> grants = new ArrayList<>(2);
        for (Finding finding : all) {
            if (finding.outcome() instanceof Granted granted && finding.distance() == nearest) {
                grants.add(new RuleReason(code(granted, finding), finding.rule()));
            }
        }
        return grants;
    }

    private static @Nullable Integer grantDistance(List<Finding> all) {
        Integer nearest = null;
        for (Finding finding : all) {
            if (finding.outcome() instanceof Granted && (nearest == null || finding.distance() < nearest)) {
                nearest = finding.distance();
            }
        }
        return nearest;
    }

    /** The reason that a verdict is. */
    static ReasonCode code(Verdict verdict, Finding finding) {
        if (verdict instanceof Denied denied) {
            return ReasonCode.ofDenial(denied.code());
        }
        if (verdict instanceof Undetermined undetermined) {
            return ReasonCode.ofReferral(undetermined.code());
        }
        return verdict instanceof Payable payable
                ? ReasonCode.ofSale(payable.code())
                : ReasonCode.ofGrant(finding.rule(), finding.distance());
    }

    private static List<RuleReason> of(List<RuleReason> reasons, Kind first, Kind... others) {
        Set<Kind> kinds = EnumSet.of(first, others);
        List<RuleReason> of = new ArrayList<>(reasons);
        of.removeIf(reason -> !kinds.contains(reason.code().kind()));
        return of;
    }
}
