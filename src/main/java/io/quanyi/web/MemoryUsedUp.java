package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** The requests in flight have all the memory that there is for them. */
final class MemoryUsedUp extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    static final String CODE = "too-much-at-once";

    /** In seconds: most requests take milliseconds. */
    static final String RETRY_AFTER = "1";

    MemoryUsedUp() {
        super("memory used up");
    }

    @Override
    Problem problem(Language language) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE.value(), CODE, language);
    }
}
