package io.quanyi.impact.enumeration;

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
 * A policy that returns recorded findings, so that a request is decided without evaluating the rules again.
 *
 * @param policy the recorded policy, for everything but findings
 * @param findings the recorded findings
 */
record RecordedPolicy(PolicyEvaluator policy, List<Finding> findings) implements PolicyEvaluator {

    /** A release with recorded findings. It has no service hours, because due times belong to no core. */
    static ProgrammeRelease release(ProgrammeRelease release, List<Finding> findings) {
        return new ProgrammeRelease(
                release.id(),
                release.programme(),
                release.catalogue(),
                new RecordedPolicy(release.policy(), findings),
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
