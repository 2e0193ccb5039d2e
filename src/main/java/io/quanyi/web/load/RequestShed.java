package io.quanyi.web.load;

import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** Thrown when a request is refused because of load: too many at once, of one caller or in all. */
final class RequestShed extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private RequestShed(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    /** One caller asks too much at once. */
    static RequestShed ofCaller() {
        return new RequestShed(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    }

    /** All callers together ask too much at once. */
    static RequestShed ofAll() {
        return new RequestShed(HttpStatus.SERVICE_UNAVAILABLE, "overloaded");
    }

    @Override
    public Problem problem(Language language) {
        return Problem.of(status.value(), code, language);
    }

    /** The queue is worked off, or given up, in less. */
    @Override
    protected String retryAfter() {
        return "1";
    }

    /** Many requests are refused at a time when little can be spent on each. */
    @Override
    protected String repeatedBy() {
        return code;
    }
}
