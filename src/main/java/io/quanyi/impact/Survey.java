package io.quanyi.impact;

import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Finding;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one release says to every combination of facts that it can tell apart, for one service. */
public final class Survey {

    private static final String PLAN = "plan";

    private final Enumeration enumeration;

    private Survey(Enumeration enumeration) {
        this.enumeration = enumeration;
    }

    /**
     * Surveys a service.
     *
     * @param at the instant that everything is asked about
     * @throws TooManyCombinations if there are more than are decided
     */
    public static Survey of(ProgrammeRelease release, String service, Instant at) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        return new Survey(new Enumeration(new ServicePair(release, release, service, asked)));
    }

    /** What the rules say to some combination that does not contradict itself, each thing once. */
    public Set<Finding> findings() {
        Set<Finding> findings = new LinkedHashSet<>();
        enumeration.factors().stream()
                .flatMap(factor -> factor.classes().stream())
                .filter(one -> !one.isImpossible())
                .forEach(one -> findings.addAll(one.before()));
        return findings;
    }

    /** The first combination whose answer is of a kind, as it can be asked; null if none is. */
    public @Nullable DecisionRequest first(Predicate<Decision> kind) {
        Radix radix = enumeration.classes();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            Decision decision = decision(digits);
            if (decision != null && kind.test(decision)) {
                return enumeration.requestOf(digits);
            }
        }
        return null;
    }

    /**
     * The first combination in which the customer is entitled in one plan and would not be in another; null if there is none.
     *
     * @param below the plan that is entitled
     * @param above the plan that is not
     */
    public @Nullable DecisionRequest lost(String below, String above) {
        for (int i = 0; i < enumeration.factors().size(); i++) {
            Factor factor = enumeration.factors().get(i);
            int place = placeOfPlans(factor);
            if (place >= 0) {
                Dimension plans = factor.dimensions().get(place);
                return lost(i, steps(factor, place, value(plans, below), value(plans, above)));
            }
        }
        return null;
    }

    /** A class of combinations with one plan, and that of the same with another. */
    private record Step(int below, int above) {}

    /** Plans that nothing tells apart are one value: there is no step between them. */
    private static Set<Step> steps(Factor factor, int place, int from, int to) {
        Set<Step> steps = new LinkedHashSet<>();
        Radix radix = factor.radix();
        int[] places = IntStream.range(0, radix.places()).toArray();
        int[] digits = new int[radix.places()];
        for (long cell = 0; cell < radix.count(); cell++) {
            if (digits[place] == from && from != to) {
                int below = factor.classOf(places, digits);
                int[] other = digits.clone();
                other[place] = to;
                steps.add(new Step(below, factor.classOf(places, other)));
            }
            radix.next(digits);
        }
        return steps;
    }

    private @Nullable DecisionRequest lost(int factor, Set<Step> steps) {
        Radix radix = enumeration.classes();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            for (Step step : steps) {
                if (step.below() == digits[factor] && isEntitled(digits)) {
                    int[] other = digits.clone();
                    other[factor] = step.above();
                    Decision above = decision(other);
                    if (above != null && above.outcome() != Result.ENTITLED) {
                        return enumeration.requestOf(other);
                    }
                }
            }
        }
        return null;
    }

    private boolean isEntitled(int[] digits) {
        Decision decision = decision(digits);
        return decision != null && decision.outcome() == Result.ENTITLED;
    }

    private static int placeOfPlans(Factor factor) {
        return IntStream.range(0, factor.dimensions().size())
                .filter(i -> factor.dimensions().get(i).aspect().id().equals(PLAN))
                .findFirst()
                .orElse(-1);
    }

    private static int value(Dimension plans, String plan) {
        return IntStream.range(0, plans.size())
                .filter(i -> plans.values().get(i).labels().contains(Label.id(plan)))
                .findFirst()
                .orElse(-1);
    }

    /** Null for a combination that contradicts itself, or that is not decided. */
    private @Nullable Decision decision(int[] digits) {
        return enumeration.answer(digits).map(Answer::decision).orElse(null);
    }
}
