package io.quanyi.web.json;

import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import org.springframework.http.HttpStatus;

/** Thrown when an answer is larger than {@code quanyi.memory.max-answer}; nothing of it was sent. */
final class AnswerTooLarge extends BoundExceeded {

    private static final long serialVersionUID = 1L;

    private final long most;

    /** @param most how many bytes an answer may have */
    AnswerTooLarge(long most) {
        super("answer too large");
        this.most = most;
    }

    @Override
    public Problem problem(Language language) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT.value(), "answer-too-large", language, String.valueOf(most));
    }
}
