package io.quanyi.impact;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import java.util.List;

/**
 * A sentence of an impact: a set of combinations of facts whose answers change in the same way.
 *
 * @param service the id of the service; {@link #ANY_SERVICE} if the sentence is about requests for any service
 * @param conditions the conditions that define the set; a dimension without a condition may have any value
 * @param change the change of the answers
 * @param combinations the number of combinations
 * @param example a request for one of the combinations
 * @param rulesBefore the ids of the rules behind the removed elements of the answer
 * @param rulesAfter the ids of the rules behind the added elements
 */
public record ImpactSentence(
        String service,
        List<SentenceCondition> conditions,
        AnswerChange change,
        long combinations,
        DecisionRequest example,
        List<String> rulesBefore,
        List<String> rulesAfter) {

    /** Stands for the id of a service where a sentence is about requests for any service. */
    public static final String ANY_SERVICE = "";

    /** Keeps copies. */
    public ImpactSentence {
        conditions = List.copyOf(conditions);
        rulesBefore = List.copyOf(rulesBefore);
        rulesAfter = List.copyOf(rulesAfter);
    }
}
