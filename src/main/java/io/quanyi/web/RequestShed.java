package io.quanyi.web;

import org.springframework.http.HttpStatus;

/** A request that is refused because there is too much to do. */
final class RequestShed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Seconds after which trying again is worth it. */
    static final String RETRY_AFTER = "1";

    private final HttpStatus status;
    private final String code;

    private RequestShed(HttpStatus status, String code) {
        super(code, null, false, false);
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

    int status() {
        return status.value();
    }

    String code() {
        return code;
    }
}
