package io.quanyi.decision.web;

import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** Makes the problem document of a refused request: 400 for one of wrong form, 422 for one that cannot be decided. */
final class RefusalProblem {

    private RefusalProblem() {}

    static Problem of(RequestRefused refused, Language language) {
        HttpStatus status =
                refused.stage() == Stage.MALFORMED ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        return Problem.of(status.value(), refused.code(), refused.faults(), language);
    }
}
