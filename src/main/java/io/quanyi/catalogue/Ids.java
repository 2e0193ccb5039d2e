package io.quanyi.catalogue;

/** The regular expressions that ids in files of rules must match. */
public final class Ids {

    /** A kebab-case id; severities such as {@code P1} are allowed their capitals. */
    public static final String ID = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";

    /** The id of a reading. */
    public static final String READING = "A[0-9]{2}";

    private Ids() {}
}
