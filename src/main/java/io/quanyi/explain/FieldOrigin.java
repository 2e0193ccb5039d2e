package io.quanyi.explain;

/** The origin of the value of a field. */
public enum FieldOrigin {
    /** The request has the value. */
    GIVEN,
    /** The value was derived from the request and the release. */
    DERIVED,
    /** The field has no value. */
    ABSENT
}
