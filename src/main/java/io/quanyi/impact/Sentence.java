package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import java.util.List;

/**
 * Says of some combinations of facts that their answers change, all in the same way.
 *
 * @param service the service
 * @param conditions what holds of them; of what is not named anything may hold
 * @param change how their answers change
 * @param combinations how many they are
 * @param example one of them, as it can be asked
 * @param rulesBefore the rules behind what is no longer said, by id
 * @param rulesAfter the rules behind what is said instead
 */
public record Sentence(
        String service,
        List<Condition> conditions,
        Change change,
        long combinations,
        DecisionRequest example,
        List<String> rulesBefore,
        List<String> rulesAfter) {

    /** Keeps copies. */
    public Sentence {
        conditions = List.copyOf(conditions);
        rulesBefore = List.copyOf(rulesBefore);
        rulesAfter = List.copyOf(rulesAfter);
    }
}
