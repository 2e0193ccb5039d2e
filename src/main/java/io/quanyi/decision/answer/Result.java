package io.quanyi.decision.answer;

/** What comes out of a question. */
public enum Result {
    /** Covered. */
    ENTITLED,
    /** Not covered, or not now. */
    NOT_ENTITLED,
    /** Not covered, but sold apart from the plan. */
    PAYABLE,
    /** The documents do not decide: see the contract. */
    UNDETERMINED
}
