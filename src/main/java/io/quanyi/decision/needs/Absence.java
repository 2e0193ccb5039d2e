package io.quanyi.decision.needs;

/** The consequences of a fact that a request leaves out, in the order in which they are told. */
public enum Absence {
    /** The request is refused as malformed. */
    REQUIRED("required"),
    /** The request is refused as incomplete if the answer depends on the fact. */
    UNKNOWN("unknown"),
    /** The condition of a clause is presumed to be met, and the answer says so. */
    PRESUMED("presumed"),
    /** The question is not about the fact; a limit of the scope comes back as a condition. */
    NOT_ASKED("not-asked"),
    /** A value is taken in its place, such as the present instant. */
    DEFAULT("default");

    private final String code;

    Absence(String code) {
        this.code = code;
    }

    /** The code in answers. */
    public String code() {
        return code;
    }
}
