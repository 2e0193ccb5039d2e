package io.quanyi.policy;

import io.quanyi.facts.Plan;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one version, read and checked.
 *
 * @param version the version's name, such as {@code 2025.1}
 * @param rules by id
 */
record Policy(String version, List<Rule> rules) {

    /** Keeps a copy. */
    public Policy {
        rules = List.copyOf(rules);
    }

    /** The rules of a service. */
    List<Rule> of(String service) {
        return rules.stream().filter(rule -> rule.belongsTo(service)).toList();
    }

    /** The same with one thing written otherwise. */
    Policy with(Edit edit) {
        return new Policy(
                version,
                rules.stream()
                        .map(rule -> rule.id().equals(edit.rule().id()) ? edit.changed() : rule)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Which plan contains which, directly. */
    Map<String, String> inheritance() {
        Map<String, String> contains = new TreeMap<>();
        for (Rule rule : rules) {
            String container = container(rule);
            if (rule.insertion().constant() instanceof Plan contained && container != null) {
                contains.put(container, contained.id());
            }
        }
        return contains;
    }

    /** The one plan that a rule speaks of by its id; null if it speaks of none or of several. */
    static @Nullable String container(Rule rule) {
        List<Constraint> plans = rule.patterns().stream()
                .filter(pattern -> pattern.type().name().equals("Plan"))
                .flatMap(pattern -> pattern.constraints().stream())
                .toList();
        return plans.size() == 1 && plans.get(0) instanceof Comparison plan ? (String) plan.literal() : null;
    }
}
