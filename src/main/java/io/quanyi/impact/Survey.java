package io.quanyi.impact;

import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What one release says to every combination of facts that it can tell apart, for one service. */
public final class Survey {

    private static final String PLAN = "plan";

    private final Enumeration enumeration;

    private Survey(Enumeration enumeration) {
        this.enumeration = enumeration;
    }

    /**
     * The combinations, to be looked at once more.
     *
     * @throws TooManyCombinations if there are so many, and so many plans, that this is too much
     */
    private Radix combinations() {
        Radix radix = enumeration.classes();
        enumeration.look(radix.count());
        return radix;
    }

    /**
     * Surveys a service.
     *
     * @param at the instant that everything is asked about
     * @throws TooManyCombinations if there are more than are decided
     */
    public static Survey of(ProgrammeRelease release, String service, Instant at, WorkBudget budget) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        return new Survey(new Enumeration(new ServicePair(release, release, service, asked), budget));
    }

    /** The first combination whose answer is of a kind, as it can be asked; null if none is. */
    public @Nullable DecisionRequest first(Predicate<Decision> kind) {
        Radix radix = combinations();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            Decision decision = decision(digits);
            if (decision != null && kind.test(decision)) {
                return enumeration.requestOf(digits);
            }
        }
        return null;
    }

    /** Whether some answer in a plan is of a kind. */
    public boolean any(String plan, Predicate<Decision> kind) {
        int number = factorOfPlans();
        Set<Integer> classes =
                number < 0 ? Set.of() : classes(enumeration.factors().get(number), plan);
        Radix radix = combinations();
        return LongStream.range(0, radix.count()).mapToObj(radix::digits).anyMatch(digits -> {
            Decision decision = number < 0 || classes.contains(digits[number]) ? decision(digits) : null;
            return decision != null && kind.test(decision);
        });
    }

    /**
     * The first combination in which the customer is entitled in one plan and would not be in another; null if there is none.
     *
     * @param below the plan that is entitled
     * @param above the plan that is not
     * @param waived answers in the other plan that are meant so
     */
    public @Nullable DecisionRequest lost(String below, String above, Predicate<Decision> waived) {
        int number = factorOfPlans();
        return number < 0 ? null : lost(number, steps(enumeration.factors().get(number), below, above), waived);
    }

    /** The factor that the plan belongs to; -1 where nothing tells plans apart. */
    private int factorOfPlans() {
        return IntStream.range(0, enumeration.factors().size())
                .filter(i -> placeOfPlans(enumeration.factors().get(i)) >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** A class of combinations with one plan, and that of the same with another. */
    private record Step(int below, int above) {}

    /** Plans that nothing tells apart are one value: there is no step between them. */
    private static Set<Step> steps(Factor factor, String below, String above) {
        Set<Step> steps = new LinkedHashSet<>();
        int place = placeOfPlans(factor);
        Dimension plans = factor.dimensions().get(place);
        factor.diagram().each(place, value(plans, below), value(plans, above), (one, other) -> {
            if (!one.equals(other)) {
                steps.add(new Step(one, other));
            }
        });
        return steps;
    }

    private static Set<Integer> classes(Factor factor, String plan) {
        int place = placeOfPlans(factor);
        return factor.diagram().numbers(place, value(factor.dimensions().get(place), plan));
    }

    private @Nullable DecisionRequest lost(int factor, Set<Step> steps, Predicate<Decision> waived) {
        Radix radix = combinations();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            for (Step step : steps) {
                if (step.below() == digits[factor] && isEntitled(digits)) {
                    int[] other = digits.clone();
                    other[factor] = step.above();
                    Decision above = decision(other);
                    if (above != null && above.outcome() != Result.ENTITLED && !waived.test(above)) {
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
