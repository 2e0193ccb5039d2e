package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** Thrown when the body of a request comes too slowly. */
public final class BodyTooSlow extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    public BodyTooSlow() {
        super("body too slow");
    }

    @Override
    public Problem problem(Language language) {
        return StatusProblems.of(HttpStatus.REQUEST_TIMEOUT, language);
    }
}
