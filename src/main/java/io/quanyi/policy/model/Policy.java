package io.quanyi.policy.model;

import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Plan;
import io.quanyi.policy.model.Rule.Binding;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.RuleVocabulary.Field;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    /** The members of a request that the facts in the conditions are made from, as JSON pointers. */
    public Set<String> membersAsked() {
        Set<String> members = new TreeSet<>();
        for (Pattern pattern :
                rules.stream().flatMap(rule -> rule.patterns().stream()).toList()) {
            if (pattern.type().type() == FreeRemoteSupport.class) {
                members.add("/subscription/freeRemoteSupportLimit");
            }
            Stream.concat(
                            pattern.constraints().stream().map(Constraint::field),
                            pattern.bindings().stream().map(Binding::field))
                    .map(Field::absent)
                    .filter(Objects::nonNull)
                    .forEach(absent -> members.add(absent.pointer()));
        }
        return Collections.unmodifiableSet(members);
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
