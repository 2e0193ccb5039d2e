package io.quanyi.impact;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.AnswerEnumeration;
import io.quanyi.impact.enumeration.MixedRadix;
import io.quanyi.impact.enumeration.PlanClasses;
import io.quanyi.impact.enumeration.PlanClasses.PlanStep;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The answers of one release to every combination of facts that it distinguishes, for one service. */
public final class ServiceSurvey {

    private final AnswerEnumeration enumeration;

    private ServiceSurvey(AnswerEnumeration enumeration) {
        this.enumeration = enumeration;
    }

    /**
     * Numbers the combinations of classes for one more pass over all answers.
     *
     * @throws TooManyCombinations if the budget allows no more passes
     */
    private MixedRadix combinations() {
        MixedRadix radix = enumeration.classes();
        enumeration.countLookups(radix.count());
        return radix;
    }

    /**
     * Surveys a service.
     *
     * @param at the instant of all requests
     * @throws TooManyCombinations if there are more combinations than the budget allows
     */
    public static ServiceSurvey of(ProgrammeRelease release, String service, Instant at, WorkBudget budget) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        return new ServiceSurvey(
                new AnswerEnumeration(new ServiceComparison(release, release, service, asked), budget));
    }

    /** A request for the first combination whose decision meets a condition; null if no decision does. */
    public @Nullable DecisionRequest first(Predicate<Decision> kind) {
        MixedRadix radix = combinations();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            Decision decision = decision(digits);
            if (decision != null && kind.test(decision)) {
                return enumeration.requestOf(digits);
            }
        }
        return null;
    }

    /** The kinds of decisions that there are, each with a request for its first combination. A decision may have no kind. */
    public <K> Map<K, DecisionRequest> firstOfEach(Function<Decision, Optional<K>> kind) {
        Map<K, DecisionRequest> found = new LinkedHashMap<>();
        MixedRadix radix = combinations();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            Decision decision = decision(digits);
            if (decision != null) {
                kind.apply(decision)
                        .ifPresent(one -> found.computeIfAbsent(one, first -> enumeration.requestOf(digits)));
            }
        }
        return found;
    }

    /** Whether the decision of some combination with a plan meets a condition. */
    public boolean any(String plan, Predicate<Decision> kind) {
        PlanClasses plans = enumeration.plans();
        Set<Integer> classes = plans.of(plan);
        MixedRadix radix = combinations();
        return LongStream.range(0, radix.count()).mapToObj(radix::digits).anyMatch(digits -> {
            boolean hasPlan = !plans.areDistinguished() || classes.contains(digits[plans.place()]);
            Decision decision = hasPlan ? decision(digits) : null;
            return decision != null && kind.test(decision);
        });
    }

    /**
     * A request for the first combination that is entitled with one plan and not entitled with another; null if there is none.
     *
     * @param below the plan with the entitlement
     * @param above the plan without it
     * @param waived decisions with the other plan that the author has declared intended
     */
    public @Nullable DecisionRequest lost(String below, String above, Predicate<Decision> waived) {
        PlanClasses plans = enumeration.plans();
        return plans.areDistinguished() ? lost(plans.place(), plans.steps(below, above), waived) : null;
    }

    private @Nullable DecisionRequest lost(int place, Set<PlanStep> steps, Predicate<Decision> waived) {
        MixedRadix radix = combinations();
        for (long number = 0; number < radix.count(); number++) {
            int[] digits = radix.digits(number);
            for (PlanStep step : steps) {
                if (step.below() == digits[place] && isEntitled(digits)) {
                    int[] other = digits.clone();
                    other[place] = step.above();
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

    /** The decision of a combination; null if its facts contradict each other or the request is refused. */
    private @Nullable Decision decision(int[] digits) {
        return enumeration.answer(digits).map(ReleaseAnswer::decision).orElse(null);
    }
}
