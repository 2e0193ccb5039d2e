package io.quanyi.impact;

import io.quanyi.decision.Finding;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.PolicyEvaluator;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.RuleOutline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that were asked before: they say what they said then.
 *
 * @param policy the rules
 * @param findings what they said
 */
record Recited(PolicyEvaluator policy, List<Finding> findings) implements PolicyEvaluator {

    /** A release whose rules say this to everything. It knows no hours: when something is due, no core tells. */
    static ProgrammeRelease release(ProgrammeRelease release, List<Finding> findings) {
        return new ProgrammeRelease(
                release.id(),
                release.programme(),
                release.catalogue(),
                new Recited(release.policy(), findings),
                Map.of(),
                release.calendars(),
                release.clauses(),
                release.readings());
    }

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return findings;
    }

    @Override
    public List<NearMiss> nearly(QuestionFacts facts) {
        return policy.nearly(facts);
    }

    @Override
    public String containedPlan(String plan, int distance) {
        return policy.containedPlan(plan, distance);
    }

    @Override
    public List<RuleInfo> rules() {
        return policy.rules();
    }

    @Override
    public List<RuleOutline> outlines(String service) {
        return policy.outlines(service);
    }

    @Override
    public Optional<String> waiver(String id) {
        return policy.waiver(id);
    }

    @Override
    public String text(String id) {
        return policy.text(id);
    }
}
