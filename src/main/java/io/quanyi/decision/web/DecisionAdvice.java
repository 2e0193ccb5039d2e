package io.quanyi.decision.web;

import io.quanyi.decision.document.RefusalProblem;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.log.FailureText;
import io.quanyi.text.Language;
import io.quanyi.web.ProblemResponse;
import io.quanyi.wire.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests that cannot be decided with problem documents. */
@Order(0)
@RestControllerAdvice
class DecisionAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionAdvice.class);

    /** The request is at fault. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(RequestRefused refused, Language language) {
        Problem problem = RefusalProblem.of(refused, language);
        return ProblemResponse.of(problem.status()).body(problem);
    }

    /** A rule is at fault: its id is for the log only. */
    @ExceptionHandler
    ResponseEntity<Problem> ruleFailed(RuleFault fault, Language language) {
        LOG.error("rule {} failed: {}", fault.rule(), FailureText.of(fault));
        int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        return ProblemResponse.of(status).body(Problem.of(status, "internal-error", language));
    }
}
