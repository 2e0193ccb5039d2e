package io.quanyi.policy;

import io.quanyi.decision.Finding;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RuleInfo;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Plan;
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

/** The rules of one service, each of them as often as its condition asks for something, every time without another of these things. */
final class NearRules {

    private static final Comparator<Finding> NEAREST = Comparator.comparingInt(Finding::distance)
            .thenComparing(finding -> finding.outcome().toString());

    private final ServiceRules rules;
    private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();

    /** The rules of inheritance stay as they are: without its plan, one would never end. */
    NearRules(String service, List<Rule> all) {
        List<Rule> asked = new ArrayList<>();
        for (Rule rule : all) {
            if (rule.insertion().type() == Plan.class) {
                asked.add(rule);
            } else {
                LeftOut.of(rule).forEach(left -> asked.add(named(left)));
            }
        }
        rules = new ServiceRules(service, asked, rule -> List.of(RuleAssembler.alone(rule)));
    }

    private Rule named(LeftOut left) {
        RuleInfo info = left.rest().info();
        String id = info.id() + " without " + leftOut.size();
        leftOut.put(id, left);
        return left.rest()
                .with(new RuleInfo(
                        id, info.title(), info.clauses(), info.readings(), info.purchase(), info.position()));
    }

    /**
     * Asks them.
     *
     * @param fired the rules that lack nothing, by id
     */
    List<NearMiss> evaluate(QuestionFacts facts, Set<String> fired) {
        Map<String, Finding> said = new TreeMap<>();
        for (Finding finding : rules.evaluate(facts)) {
            said.merge(id(finding), finding, (one, other) -> NEAREST.compare(one, other) <= 0 ? one : other);
        }
        List<NearMiss> misses = new ArrayList<>();
        leftOut.forEach((id, left) -> {
            Finding finding = said.get(id);
            if (finding != null && !fired.contains(left.rule().id())) {
                misses.add(miss(left, finding, facts));
            }
        });
        return misses;
    }

    private static String id(Finding finding) {
        return Objects.requireNonNull(finding.rule(), "every finding here is a rule's")
                .id();
    }

    private static NearMiss miss(LeftOut left, Finding finding, QuestionFacts facts) {
        String type = left.pattern().type().name();
        String field = left.constraint() == null
                ? type
                : type + "." + left.constraint().field().name();
        return new NearMiss(left.rule().info(), left.words(), field, value(left, facts.all()), finding.outcome());
    }

    /** What the field is now; null where it is absent, and where there is not one such fact but none or several. */
    private static @Nullable Object value(LeftOut left, Collection<Fact> facts) {
        List<Fact> those =
                facts.stream().filter(left.pattern().type().type()::isInstance).toList();
        return left.constraint() == null || those.size() != 1
                ? null
                : left.constraint().field().value().apply(those.get(0));
    }
}
