package io.quanyi.release.publish.web;

import io.quanyi.access.audit.AuditFailed;
import io.quanyi.source.refusal.CallRefused;
import io.quanyi.text.Language;
import io.quanyi.web.ProblemResponse;
import io.quanyi.wire.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refused publication, or a refused call about a draft, with a problem document. */
@Order(0)
@RestControllerAdvice
class PublishAdvice {

    private static final String SOON = "5";

    /** The problem of a refusal. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(CallRefused refused, Language language) {
        int status = refused.status();
        Problem problem = refused.faults().isEmpty()
                ? Problem.of(status, refused.code(), language)
                : Problem.of(status, refused.code(), refused.faults(), language);
        ResponseEntity.BodyBuilder answer = ProblemResponse.of(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(problem);
    }

    /** The problem of a step that cannot be written to the audit log, and is not done. */
    @ExceptionHandler
    ResponseEntity<Problem> unaudited(AuditFailed failed, Language language) {
        int status = HttpStatus.SERVICE_UNAVAILABLE.value();
        return ProblemResponse.of(status).body(Problem.of(status, "unavailable", language));
    }
}
