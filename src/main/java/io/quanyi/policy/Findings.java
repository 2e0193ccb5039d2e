package io.quanyi.policy;

import io.quanyi.decision.Finding;
import io.quanyi.decision.RuleInfo;
import io.quanyi.facts.Plan;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules say to one question, and how far each contained plan is from the customer's own. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();

    /** @param own the customer's plan */
    Findings(Plan own) {
        plans.add(own);
    }

    void add(Finding finding) {
        found.add(finding);
    }

    /** Notes a plan that another contains. As each contains at most one, they line up from the customer's own on. */
    Plan contained(RuleInfo rule, Plan container, String contained) {
        Plan plan = new Plan(contained);
        int distance = distance(container) + 1;
        plans.add(distance, plan);
        found.add(new Finding(rule, plan, distance, null));
        return plan;
    }

    int distance(Plan plan) {
        int distance = plans.indexOf(plan);
        if (distance >= 0) {
            return distance;
        }
        throw new IllegalStateException("no such plan: " + plan.id());
    }

    List<Finding> all() {
        return found;
    }
}
