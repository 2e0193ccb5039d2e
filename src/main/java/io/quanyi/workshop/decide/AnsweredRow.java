package io.quanyi.workshop.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.document.DecisionAnswer;
import io.quanyi.wire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a row, as a line of the output has it: the members that an answer of {@code /v1/decisions/batch} has, with the row.
 *
 * @param row the number of the row in the file
 * @param kind {@code decision} or {@code problem}
 * @param status the HTTP status that the service would give
 * @param key the key of the row; left out if it has none
 * @param core the digest of the core of the decision
 * @param decision the decision; left out if the row is refused
 * @param problem why the row is refused; left out if it is decided
 */
record AnsweredRow(
        long row,
        String kind,
        int status,
        @JsonInclude(Include.NON_NULL) @Nullable String key,
        @JsonInclude(Include.NON_NULL) @Nullable String core,
        @JsonInclude(Include.NON_NULL) @Nullable DecisionAnswer decision,
        @JsonInclude(Include.NON_NULL) @Nullable Problem problem) {

    /** The kind of a refused row. */
    static final String PROBLEM = "problem";

    static AnsweredRow decided(long row, @Nullable String key, String core, DecisionAnswer decision) {
        return new AnsweredRow(row, DecisionAnswer.KIND, 200, key, core, decision, null);
    }

    static AnsweredRow refused(long row, @Nullable String key, Problem problem) {
        return new AnsweredRow(row, PROBLEM, problem.status(), key, null, null, problem);
    }

    boolean isRefused() {
        return problem != null;
    }
}
