package io.quanyi.decision.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of one version of a policy, for citing, explaining and comparing them. Safe for use by several threads. */
public interface PolicyDescription {

    /**
     * The plan that a plan contains at a distance: the plan itself at distance 0, the plan that it contains at distance 1, and so on.
     *
     * @throws IllegalArgumentException if there is no plan at that distance
     */
    String containedPlan(String plan, int distance);

    /** The citation data of all rules, by id. */
    List<RuleInfo> rules();

    /** The members of a request that the rules ask about, as JSON pointers. */
    Set<String> membersAsked();

    /** The outlines of the rules of a service, by id; none if there is no such service. */
    List<RuleOutline> outlines(String service);

    /**
     * The rules of the service of a question that did not fire and would if one condition were left out: one near miss for each such
     * condition. A rule that lacks more than one condition is no near miss.
     *
     * @param findings the findings of the rules for the same facts
     * @return the near misses, by the ids of their rules
     * @throws RuleFault if a rule fails
     */
    List<NearMiss> nearMisses(QuestionFacts facts, List<Finding> findings);

    /**
     * The reason given in a rule why a plan may lack by it a service that a contained plan has; empty if the rule gives none.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    Optional<String> waiver(String id);

    /**
     * The text of a rule as its author wrote it.
     *
     * @throws java.util.NoSuchElementException if there is no such rule
     */
    String text(String id);
}
