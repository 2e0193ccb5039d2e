package io.quanyi.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question in the terms of the standard.
 *
 * @param decision whether it is permitted
 * @param context what the decision rests on, or why there is none
 */
public record Evaluation(
        boolean decision,
        @JsonInclude(Include.NON_NULL) @Nullable EvaluationContext context) {

    /** The answer to a question that cannot be decided: not permitted. */
    static Evaluation refused(EvaluationError error, Iterable<String> ignored) {
        return new Evaluation(false, EvaluationContext.of(error, ignored));
    }
}
