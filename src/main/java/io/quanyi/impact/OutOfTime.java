package io.quanyi.impact;

/** A comparison has taken longer than it may: nothing is said then, rather than something about a part. */
public final class OutOfTime extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTime() {
        super("the comparison has taken longer than it may", null, false, false);
    }
}
