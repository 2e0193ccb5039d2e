package io.quanyi.explain;

import java.util.Locale;

/** What became of something that a rule or the contract said. */
public enum Standing {
    /** It is part of the answer. */
    COUNTS,
    /** It brings in the content of a plan, and something that counts rests on that. */
    CONTAINS,
    /** It brings in the content of a plan, and nothing that counts rests on that. */
    CONTAINS_UNUSED,
    /** A verdict: a stronger ground decides. */
    OUTRANKED,
    /** A sale: it speaks of what goes beyond the quota. */
    BEYOND_QUOTA,
    /** What a nearer plan, or the contract, says of the same counts. */
    NEARER_COUNTS,
    /** Another rule says the same, and is named. */
    SAME_AS,
    /** A term: it comes with a yes only. */
    NO_YES,
    /** Nothing is decided yet, for want of facts. */
    UNDECIDED;

    boolean counts() {
        return this == COUNTS || this == CONTAINS;
    }

    String textCode() {
        return "standing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
