package io.quanyi.release.web;

import io.quanyi.release.BrokenRelease;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests for a release that cannot be loaded with a problem. No other release answers in its place. */
@Order(0)
@RestControllerAdvice
class BrokenReleaseAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenReleaseAdvice.class);

    /**
     * Seconds to wait: the release is tried again with each request, and at each check of the store while it is in
     * force.
     */
    private static final String LATER = "60";

    @ExceptionHandler
    ResponseEntity<Problem> broken(BrokenRelease broken, Language language) {
        LOG.warn("release {} of {} was asked for and cannot be loaded", broken.number(), broken.programme());
        int status = HttpStatus.SERVICE_UNAVAILABLE.value();
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, LATER)
                .body(Problem.of(status, "release-broken", language));
    }
}
