package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.text.Language;
import io.quanyi.web.ProblemResponse;
import io.quanyi.wire.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refused call about a draft with a problem document. */
@Order(0)
@RestControllerAdvice
class DraftAdvice {

    private static final String SOON = "5";

    /** The problem of a refusal. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(DraftRefused refused, Language language) {
        int status = status(refused.reason()).value();
        String code = refused.reason().code();
        Problem problem = refused.faults().isEmpty()
                ? Problem.of(status, code, language)
                : Problem.of(status, code, refused.faults(), language);
        ResponseEntity.BodyBuilder answer = ProblemResponse.of(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(problem);
    }

    /** The status with which a refusal is answered. */
    static HttpStatus status(Reason reason) {
        return switch (reason) {
            case NOTHING -> HttpStatus.NOT_FOUND;
            case NOT_HOLDING, UNSOUND -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OWN -> HttpStatus.FORBIDDEN;
            case CHANGED -> HttpStatus.PRECONDITION_FAILED;
            case KEY_REUSED, FULL, CLOSED, NOT_SUBMITTED, NOT_APPROVED, COMMENTS_OPEN, OVERTAKEN, CONFLICTS ->
                HttpStatus.CONFLICT;
            case UNAVAILABLE, BUSY, ENDED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
