package io.quanyi.coverage;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.PolicyDescription;
import io.quanyi.decision.release.PolicyEvaluator;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.policy.CompiledPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy that delegates to another and is not compiled from rule files. */
record UncompiledPolicy(CompiledPolicy delegate) implements PolicyEvaluator, PolicyDescription {

    @Override
    public List<Finding> evaluate(QuestionFacts facts) {
        return delegate.evaluate(facts);
    }

    @Override
    public List<NearMiss> nearMisses(QuestionFacts facts, List<Finding> findings) {
        return delegate.nearMisses(facts, findings);
    }

    @Override
    public String containedPlan(String plan, int distance) {
        return delegate.containedPlan(plan, distance);
    }

    @Override
    public List<RuleInfo> rules() {
        return delegate.rules();
    }

    @Override
    public Set<String> membersAsked() {
        return delegate.membersAsked();
    }

    @Override
    public List<RuleOutline> outlines(String service) {
        return delegate.outlines(service);
    }

    @Override
    public Optional<String> waiver(String id) {
        return delegate.waiver(id);
    }

    @Override
    public String text(String id) {
        return delegate.text(id);
    }
}
