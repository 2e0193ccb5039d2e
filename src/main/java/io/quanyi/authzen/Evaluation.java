package io.quanyi.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question in the terms of the standard.
 *
 * @param decision whether the action is permitted
 * @param context the basis of the decision, or the reason why there is no decision
 */
public record Evaluation(
        boolean decision,
        @JsonInclude(Include.NON_NULL) @Nullable EvaluationContext context) {

    /** The answer to a question that cannot be decided: not permitted. */
    static Evaluation refused(EvaluationError error, Iterable<String> ignored) {
        return new Evaluation(false, EvaluationContext.of(error, ignored));
    }
}
