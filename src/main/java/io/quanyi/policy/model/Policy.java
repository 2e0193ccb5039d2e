package io.quanyi.policy.model;

import io.quanyi.facts.Plan;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one version of a policy, read and checked.
 *
 * @param version the name of the version, such as {@code 2025.1}
 * @param rules the rules, sorted by id
 */
public record Policy(String version, List<Rule> rules) {

    /** Keeps a copy. */
    public Policy {
        rules = List.copyOf(rules);
    }

    /** The rules about a service. */
    public List<Rule> of(String service) {
        return rules.stream().filter(rule -> rule.belongsTo(service)).toList();
    }

    /** The same policy with one rule replaced, or left out if the replacement is null. */
    public Policy with(String id, @Nullable Rule replacement) {
        return new Policy(
                version,
                rules.stream()
                        .map(other -> other.id().equals(id) ? replacement : other)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The directly contained plan of each plan that contains one. */
    public Map<String, String> inheritance() {
        Map<String, String> contains = new TreeMap<>();
        for (Rule rule : rules) {
            String container = container(rule);
            Plan contained = rule.contained();
            if (contained != null && container != null) {
                contains.put(container, contained.id());
            }
        }
        return contains;
    }

    /** The only plan that a rule names; null if it names none or several. */
    public static @Nullable String container(Rule rule) {
        List<Constraint> plans = rule.patterns().stream()
                .filter(pattern -> pattern.type().name().equals("Plan"))
                .flatMap(pattern -> pattern.constraints().stream())
                .toList();
        return plans.size() == 1 && plans.get(0) instanceof Comparison plan ? (String) plan.literal() : null;
    }
}
