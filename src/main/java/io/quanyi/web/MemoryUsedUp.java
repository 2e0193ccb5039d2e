package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** The requests in flight have all the memory that there is for them. */
final class MemoryUsedUp extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    MemoryUsedUp() {
        super("memory used up");
    }

    @Override
    public Problem problem(Language language) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE.value(), "too-much-at-once", language);
    }

    /** Most requests take milliseconds. */
    @Override
    String retryAfter() {
        return "1";
    }
}
