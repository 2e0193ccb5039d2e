package io.quanyi.decision.release;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says to one question.
 *
 * @param rule the rule; null for a term of the customer's contract
 * @param outcome what it says
 * @param distance how many plans away from the customer's own the plan is that it rests on
 * @param absent the absent fact that it would need to say so; null for what it says with all facts known
 */
public record Finding(
        @Nullable RuleInfo rule,
        Outcome outcome,
        int distance,
        @Nullable AbsentFact absent) {

    /** The distance of a term of the customer's own contract: nearer than any plan. */
    public static final int CONTRACT = -1;

    /** The distance of a rule that rests on no plan: farther than any plan. */
    public static final int PROGRAMME = Integer.MAX_VALUE;

    /**
     * A fact that a rule looked for and did not find.
     *
     * @param pointer the member of the request that supplies it
     * @param meaning what its absence means
     * @param condition for an assumed fact, the condition that the answer then carries; else empty
     */
    public record AbsentFact(String pointer, Absent.Meaning meaning, String condition) {}
}
