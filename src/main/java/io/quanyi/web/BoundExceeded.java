package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;

/** A request or its answer is beyond a bound of the service. */
abstract class BoundExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BoundExceeded(String message) {
        super(message, null, false, false);
    }

    /** What the caller is told. */
    abstract Problem problem(Language language);
}
