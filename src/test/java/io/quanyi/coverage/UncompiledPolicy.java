package io.quanyi.coverage;

import io.quanyi.decision.Finding;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.PolicyEvaluator;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.RuleOutline;
import java.util.List;
import java.util.Optional;

/** Rules that say what others do, and that nobody has written. */
record UncompiledPolicy(PolicyEvaluator others) implements PolicyEvaluator {

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return others.evaluate(facts);
    }

    @Override
    public List<NearMiss> nearly(QuestionFacts facts) {
        return others.nearly(facts);
    }

    @Override
    public String containedPlan(String plan, int distance) {
        return others.containedPlan(plan, distance);
    }

    @Override
    public List<RuleInfo> rules() {
        return others.rules();
    }

    @Override
    public List<RuleOutline> outlines(String service) {
        return others.outlines(service);
    }

    @Override
    public Optional<String> waiver(String id) {
        return others.waiver(id);
    }

    @Override
    public String text(String id) {
        return others.text(id);
    }
}
