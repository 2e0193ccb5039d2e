package io.quanyi.decision.combination;

/** The status of a finding of a rule or of the contract in a combination. */
public enum FindingStatus {
    /** The finding is part of the answer. */
    COUNTS,
    /** The finding includes the content of a plan, and another finding that counts rests on it. */
    CONTAINS,
    /** The finding includes the content of a plan, and no finding that counts rests on it. */
    CONTAINS_UNUSED,
    /** The finding is a verdict, and a stronger reason decides. */
    OUTRANKED,
    /** The finding is an offer for sale, which concerns use beyond the quota. */
    BEYOND_QUOTA,
    /** A finding of a nearer plan or of the contract on the same subject counts instead. */
    NEARER_COUNTS,
    /** Another rule has the same finding, and is cited instead. */
    SAME_AS,
    /** The finding is a term, and terms belong to positive answers only. */
    NO_YES,
    /** Undecided, because facts are missing. */
    UNDECIDED;

    /** Whether the finding is part of the answer. */
    public boolean counts() {
        return this == COUNTS || this == CONTAINS;
    }
}
