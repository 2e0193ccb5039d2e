package io.quanyi.web;

/** The requests in flight have all the memory that there is for them. */
final class MemoryUsedUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String CODE = "too-much-at-once";

    /** In seconds: most requests take milliseconds. */
    static final String RETRY_AFTER = "1";

    MemoryUsedUp() {
        super("memory used up", null, false, false);
    }
}
