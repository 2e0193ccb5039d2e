package io.quanyi.decision.release;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The outcome that one rule, or one term of the contract, states for one question.
 *
 * @param rule the rule; null for a term of the contract
 * @param outcome the stated outcome
 * @param distance the distance of the plan on which the finding rests: 0 for the plan of the customer, 1 for the plan that it contains, and
 *     so on
 * @param absent the absent fact on which the finding rests; null if all facts that the rule tests are known
 */
public record Finding(
        @Nullable RuleInfo rule,
        Outcome outcome,
        int distance,
        @Nullable AbsentFact absent) {

    /** The distance of a term of the contract, nearer than any plan. */
    public static final int CONTRACT = -1;

    /** The distance of a rule that rests on no plan, farther than any plan. */
    public static final int PROGRAMME = Integer.MAX_VALUE;

    /**
     * A field of a fact that a rule tests and that is absent.
     *
     * @param pointer the member of the request that supplies it
     * @param meaning the meaning of the absence
     * @param condition for an assumed fact, the code of the condition that the answer then carries; otherwise empty
     */
    public record AbsentFact(String pointer, Absent.Meaning meaning, String condition) {}
}
