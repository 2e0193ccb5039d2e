package io.quanyi.decision;

import java.util.List;
import java.util.Optional;

/** The rules of one version of a programme's policy, ready to be asked. Safe for any number of threads. */
public interface PolicyEvaluator {

    /**
     * Asks the rules of the question's service.
     *
     * @return what they say, in no particular order
     * @throws RuleFault if a rule fails; nothing is then known of the others
     */
    List<Finding> evaluate(QuestionFacts facts);

    /**
     * The rules of the question's service that say nothing to it and would but for one thing: which of several things a rule misses
     * by comes once each, and a rule that misses by more than one comes not at all.
     *
     * @return them by the rules' ids
     * @throws RuleFault if a rule fails
     */
    List<NearMiss> nearly(QuestionFacts facts);

    /**
     * The plan so many steps down from another: itself for 0, the plan it contains for 1, and so on.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    String containedPlan(String plan, int distance);

    /** All rules, by id. */
    List<RuleInfo> rules();

    /** What the rules of a service look at and say, by the rules' ids; none for a service that there is not. */
    List<RuleOutline> outlines(String service);

    /**
     * Why a plan may lose by a rule what a plan below has, in the author's words; empty where it must not.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    Optional<String> waiver(String id);

    /**
     * The author's words of a rule.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    String text(String id);
}
