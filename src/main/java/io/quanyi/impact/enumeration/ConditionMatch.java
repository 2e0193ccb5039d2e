package io.quanyi.impact.enumeration;

import java.util.Set;
import java.util.TreeSet;

/**
 * The match of the condition of a rule with the values chosen so far: failed, or still open for the remaining values.
 *
 * @param failed whether the condition fails for all remaining values
 * @param absent the fields that the condition tests and that the request leaves out
 * @param exact values that are kept apart because their effect cannot be read off the tests of the condition
 */
record ConditionMatch(boolean failed, Set<String> absent, String exact) {

    /** No test failed and no tested field is absent. */
    static final ConditionMatch OPEN = new ConditionMatch(false, Set.of(), "");

    /** A test failed; as conditions are conjunctions, the rule cannot fire any more. */
    static final ConditionMatch FAILED = new ConditionMatch(true, Set.of(), "");

    /** The match with the values of both. */
    ConditionMatch and(ConditionMatch other) {
        if (failed || other.failed) {
            return FAILED;
        }
        if (other.isOpen()) {
            return this;
        }
        return isOpen() ? other : new ConditionMatch(false, both(absent, other.absent), exact + other.exact);
    }

    private boolean isOpen() {
        return !failed && absent.isEmpty() && exact.isEmpty();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        if (one.containsAll(other)) {
            return one;
        }
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
