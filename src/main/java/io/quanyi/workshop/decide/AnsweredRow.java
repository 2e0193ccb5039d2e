package io.quanyi.workshop.decide;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanyi.decision.document.BatchAnswer;
import io.quanyi.decision.document.BatchAnswer.BatchProblem;

/**
 * The answer to a row, as a line of the output has it: the members that an answer of {@code /v1/decisions/batch} has, with the row.
 *
 * @param row the number of the row in the file
 * @param answer what the service would answer
 */
record AnsweredRow(long row, @JsonUnwrapped BatchAnswer answer) {

    boolean isRefused() {
        return answer instanceof BatchProblem;
    }
}
