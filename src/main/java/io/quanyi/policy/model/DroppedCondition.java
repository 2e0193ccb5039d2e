package io.quanyi.policy.model;

import io.quanyi.facts.Domain;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.SameAs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one condition dropped.
 *
 * @param rule the original rule
 * @param pattern the pattern of the dropped condition
 * @param constraint the dropped constraint of the pattern; null if the whole pattern is dropped
 * @param rest the rule without the condition
 */
public record DroppedCondition(
        Rule rule, Pattern pattern, @Nullable Constraint constraint, Rule rest) {

    /** Drops each condition in turn, in the order written. A pattern of a fact that every question has is not dropped as a whole. */
    public static List<DroppedCondition> of(Rule rule) {
        List<DroppedCondition> all = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            for (Constraint constraint : pattern.constraints()) {
                if (!isRouting(constraint)) {
                    all.add(new DroppedCondition(
                            rule, pattern, constraint, replaced(rule, pattern, pattern.with(constraint, null))));
                }
            }
            if (pattern.type().isListed() && !pattern.isGroup() && !isNeeded(pattern, rule)) {
                all.add(new DroppedCondition(rule, pattern, null, replaced(rule, pattern, null)));
            }
        }
        return all;
    }

    /** The dropped condition as DRL. */
    public String words() {
        return constraint == null ? DrlWriter.of(pattern) : DrlWriter.of(constraint);
    }

    /** Whether a constraint only names the services of the rule; every fact has the service of the question. */
    public static boolean isRouting(Constraint constraint) {
        return constraint.field().domain() == Domain.SERVICE
                || constraint.field().domain() == Domain.SERVICE_GROUP;
    }

    /** Whether a pattern cannot be dropped, because it is the only one or other parts of the rule use its bindings. */
    static boolean isNeeded(Pattern pattern, Rule rule) {
        Stream<String> compared = rule.patterns().stream()
                .flatMap(other -> other.constraints().stream())
                .filter(SameAs.class::isInstance)
                .map(same -> ((SameAs) same).variable());
        return rule.patterns().size() == 1
                || Stream.concat(compared, rule.variables().stream()).anyMatch(pattern::binds);
    }

    /** The rule with a pattern replaced; dropped if the replacement is null. */
    public static Rule replaced(Rule rule, Pattern pattern, @Nullable Pattern other) {
        List<Pattern> changed = new ArrayList<>(rule.patterns());
        int place = changed.indexOf(pattern);
        if (other == null) {
            changed.remove(place);
        } else {
            changed.set(place, other);
        }
        return rule.with(changed);
    }
}
