package io.quanyi.explain;

/** Where the value of a field comes from. */
public enum Origin {
    /** It stands in the request. */
    GIVEN,
    /** It follows from the request and the release. */
    DERIVED,
    /** There is none. */
    ABSENT
}
