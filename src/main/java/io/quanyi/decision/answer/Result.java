package io.quanyi.decision.answer;

/** The result of a decision. */
public enum Result {
    /** The service is covered. */
    ENTITLED,
    /** The service is not covered, or not now. */
    NOT_ENTITLED,
    /** The service is not covered, but sold separately. */
    PAYABLE,
    /** The documents do not decide and refer to the contract. */
    UNDETERMINED
}
