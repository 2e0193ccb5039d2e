package io.quanyi.policy;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Plan;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of the rules for one question, and the distance of each contained plan from the plan of the customer. */
final class FindingCollector {

    private final List<Finding> found = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();

    /**
     * Begins without findings.
     *
     * @param own the plan of the customer, at distance 0
     */
    FindingCollector(Plan own) {
        plans.add(own);
    }

    void add(Finding finding) {
        found.add(finding);
    }

    /** Adds a contained plan. As a plan directly contains at most one other, the plans form a chain from the plan of the customer. */
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
