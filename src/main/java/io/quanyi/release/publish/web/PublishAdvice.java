package io.quanyi.release.publish.web;

import io.quanyi.release.publish.PublishRefused;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refused publication with a problem document. */
@Order(0)
@RestControllerAdvice
class PublishAdvice {

    private static final String SOON = "5";

    /** The problem of a refusal. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(PublishRefused refused, Language language) {
        int status = refused.reason().status();
        String code = refused.reason().code();
        Problem problem = refused.faults().isEmpty()
                ? Problem.of(status, code, language)
                : Problem.of(status, code, refused.faults(), language);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(problem);
    }
}
