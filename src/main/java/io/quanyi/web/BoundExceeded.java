package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.jspecify.annotations.Nullable;

/** Thrown when a request or its answer exceeds a bound of the service: too large, too slow, or one too many. */
public abstract class BoundExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected BoundExceeded(String message) {
        super(message, null, false, false);
    }

    /** The problem document that the caller is answered with. */
    public abstract Problem problem(Language language);

    /** Seconds after which the same request may be answered; null if it never will be. */
    protected @Nullable String retryAfter() {
        return null;
    }

    /** A name of the problem if it is the same for every request in a language, so that it is written once; null if it is not. */
    protected @Nullable String repeatedBy() {
        return null;
    }
}
