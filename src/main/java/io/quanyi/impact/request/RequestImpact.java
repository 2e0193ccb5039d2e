package io.quanyi.impact.request;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.text.EnumCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of the answer to one request, and the sentences of the impact that cover the request.
 *
 * @param request the request
 * @param change the change; null if both releases give the same answer, or one of them gives none
 * @param sentences the places of the sentences among the shared sentences of the impact, the first being 0, and of further sentences behind them
 * @param coverage whether the sentences say of the request what deciding it shows
 */
public record RequestImpact(
        DecisionRequest request, @Nullable AnswerChange change, List<Integer> sentences, Coverage coverage) {

    /** Keeps a copy. */
    public RequestImpact {
        sentences = List.copyOf(sentences);
    }

    /** The agreement of the sentences of an impact with the decisions of both releases about a request. */
    public enum Coverage {
        /** The answer is the same, and no sentence says otherwise. */
        UNCHANGED,
        /** The answer changes as the sentences say. */
        COVERED,
        /** The answer changes, and no sentence says so. */
        UNCOVERED,
        /** The answer changes, and a further sentence says that it may, for own terms of the contract. */
        OWN_TERMS,
        /** A sentence says of the request what deciding it does not show. */
        MISSTATED,
        /** Both releases refuse the request, for different faults of which no sentence speaks. */
        REFUSED,
        /** The service was not compared, so that no sentence is about it. */
        NOT_COMPARED,
        /** A release cannot decide the request, because a rule fails or terms conflict. */
        NOT_DECIDED;

        /** The code of it in reports. */
        public String code() {
            return EnumCode.of(this);
        }

        /** Whether the impact is wrong about the request, or a release cannot decide it. */
        public boolean isFault() {
            return this == UNCOVERED || this == MISSTATED || this == NOT_DECIDED;
        }
    }
}
