package io.quanyi.decision.document;

import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Core;

/**
 * A decision as it is sent, and its core.
 *
 * @param answer the decision in words
 * @param core the digest of its core
 */
public record AnswerWithCore(DecisionAnswer answer, String core) {

    /** Writes the decision about a customer. */
    public static AnswerWithCore of(CustomerDecision decided, AnswerWords words) {
        return new AnswerWithCore(AnswerWriter.answer(decided, words), Core.digest(decided.decision()));
    }
}
