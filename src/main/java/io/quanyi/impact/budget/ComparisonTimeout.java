package io.quanyi.impact.budget;

/** Signals that a comparison took longer than its budget allows: it then has no result, because a partial one would mislead. */
public final class ComparisonTimeout extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ComparisonTimeout() {
        super("the comparison has taken longer than it may", null, false, false);
    }
}
