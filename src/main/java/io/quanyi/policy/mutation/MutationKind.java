package io.quanyi.policy.mutation;

/** The kinds of mutations of a rule. */
public enum MutationKind {
    /** The rule is dropped. */
    RULE_DROPPED,
    /** One of several insertions is dropped. */
    INSERTION_DROPPED,
    /** One condition is dropped. */
    CONDITION_DROPPED,
    /** A comparison is negated. */
    COMPARISON_FLIPPED,
    /** A comparison with a number is shifted by one, or includes instead of excludes the number itself. */
    COMPARISON_SHIFTED,
    /** A plan is replaced, added or removed. */
    PLAN_SWAPPED,
    /** A value of a measure is replaced, added or removed. */
    VALUE_SWAPPED,
    /** A number of the outcome is changed by one. */
    NUMBER_CHANGED,
    /** An id or a truth value of the outcome is changed. */
    WORD_CHANGED
}
