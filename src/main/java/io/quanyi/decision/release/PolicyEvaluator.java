package io.quanyi.decision.release;

import java.util.List;

/** Evaluates the rules of one version of a policy. Safe for use by several threads. */
@FunctionalInterface
public interface PolicyEvaluator {

    /**
     * The findings of the rules of the service of a question.
     *
     * @return the findings, in no particular order
     * @throws RuleFault if a rule fails; nothing is then known of the other rules
     */
    List<Finding> evaluate(QuestionFacts facts);
}
