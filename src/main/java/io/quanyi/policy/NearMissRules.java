package io.quanyi.policy;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Plan;
import io.quanyi.policy.model.DroppedCondition;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of one service with each condition dropped in turn, by which rules that nearly fired are found. */
final class NearMissRules {

    private static final Comparator<Finding> NEAREST = Comparator.comparingInt(Finding::distance)
            .thenComparing(finding -> finding.outcome().toString());

    private final ServiceKnowledgeBase rules;
    private final Map<String, DroppedCondition> dropped = new LinkedHashMap<>();

    /** Compiles the rules. Rules of plan inheritance are kept unchanged; without their condition they would fire endlessly. */
    NearMissRules(String service, List<Rule> all) {
        List<Rule> asked = new ArrayList<>();
        for (Rule rule : all) {
            if (rule.inserts(Plan.class)) {
                asked.add(rule);
            } else {
                asked.addAll(withDroppedConditions(rule));
            }
        }
        rules = new ServiceKnowledgeBase(service, asked, rule -> List.of(RuleAssembler.alone(rule)));
    }

    /** The rule with each condition dropped in turn, once for each insertion, so that a finding tells both. */
    private List<Rule> withDroppedConditions(Rule rule) {
        return DroppedCondition.of(rule).stream()
                .flatMap(left -> left.rest().insertions().stream().map(insertion -> named(left, insertion)))
                .toList();
    }

    private Rule named(DroppedCondition left, Insertion insertion) {
        RuleInfo info = left.rest().info();
        String id = info.id() + " without " + dropped.size();
        dropped.put(id, left);
        return left.rest()
                .inserting(insertion)
                .with(new RuleInfo(
                        id, info.title(), info.clauses(), info.readings(), info.purchase(), info.position()));
    }

    /**
     * Finds the rules that would fire without one condition.
     *
     * @param fired the ids of the rules that fired, which are left out
     */
    List<NearMiss> evaluate(QuestionFacts facts, Set<String> fired) {
        Map<String, Finding> nearest = new TreeMap<>();
        for (Finding finding : rules.evaluate(facts)) {
            nearest.merge(id(finding), finding, (one, other) -> NEAREST.compare(one, other) <= 0 ? one : other);
        }
        List<NearMiss> misses = new ArrayList<>();
        dropped.forEach((id, left) -> {
            Finding finding = nearest.get(id);
            if (finding != null && !fired.contains(left.rule().id())) {
                misses.add(miss(left, finding, facts));
            }
        });
        return misses;
    }

    private static String id(Finding finding) {
        return Objects.requireNonNull(finding.rule(), "only rules state findings here")
                .id();
    }

    private static NearMiss miss(DroppedCondition left, Finding finding, QuestionFacts facts) {
        String type = left.pattern().type().name();
        String field = left.constraint() == null
                ? type
                : type + "." + left.constraint().field().name();
        return new NearMiss(left.rule().info(), left.words(), field, value(left, facts.all()), finding.outcome());
    }

    /** The present value of the field; null if it is absent or there is not exactly one such fact. */
    private static @Nullable Object value(DroppedCondition left, Collection<Fact> facts) {
        List<Fact> those =
                facts.stream().filter(left.pattern().type().type()::isInstance).toList();
        return left.constraint() == null || those.size() != 1
                ? null
                : left.constraint().field().value().apply(those.get(0));
    }
}
