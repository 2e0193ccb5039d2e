package io.quanyi.impact;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule's condition makes of the values that are known of a request: it does not hold whatever else is said, or it still may.
 *
 * @param silent whether it does not hold
 * @param absent the fields that the rule looks for and that are not there
 * @param exact values whose effect is not told from the conditions alone
 */
record RuleMatch(boolean silent, Set<String> absent, String exact) {

    /** Nothing stands against it yet, and nothing is absent. */
    static final RuleMatch OPEN = new RuleMatch(false, Set.of(), "");

    /** A rule whose condition is a conjunction says nothing as soon as one part of it does not hold. */
    static final RuleMatch SILENT = new RuleMatch(true, Set.of(), "");

    RuleMatch and(RuleMatch other) {
        if (silent || other.silent) {
            return SILENT;
        }
        if (other.isOpen()) {
            return this;
        }
        return isOpen() ? other : new RuleMatch(false, both(absent, other.absent), exact + other.exact);
    }

    private boolean isOpen() {
        return !silent && absent.isEmpty() && exact.isEmpty();
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
