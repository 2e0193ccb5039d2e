package io.quanyi.web.memory;

import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** Thrown when the {@link MemoryBudget} has no room for a request or its answer. */
public final class MemoryUsedUp extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    public MemoryUsedUp() {
        super("memory used up");
    }

    @Override
    public Problem problem(Language language) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE.value(), "too-much-at-once", language);
    }

    /** Most requests take milliseconds. */
    @Override
    protected String retryAfter() {
        return "1";
    }
}
