package io.quanyi.decision.document;

import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;

/** Makes the problem document of a refused request: 400 for one of wrong form, 422 for one that cannot be decided. */
public final class RefusalProblem {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE_CONTENT = 422;

    private RefusalProblem() {}

    /** The problem, with texts in a language. */
    public static Problem of(RequestRefused refused, Language language) {
        return Problem.of(
                refused.stage() == Stage.MALFORMED ? BAD_REQUEST : UNPROCESSABLE_CONTENT,
                refused.code(),
                refused.faults(),
                language);
    }
}
