package io.quanyi.policy.model;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Plan;
import io.quanyi.facts.ServiceGroup;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the policy, with all names resolved and checked.
 *
 * @param info the id, title and clauses that answers cite
 * @param text the text in the file, from {@code rule} to {@code end}
 * @param patterns the patterns of the condition
 * @param insertions the insertions of the consequence, in the order written; at least one
 * @param services the services that the rule belongs to; null for all
 * @param except the services that are excluded, if the rule belongs to all
 * @param waiver the reason for which the rule may take from a plan a service that a lower plan has; null if it must not
 */
public record Rule(
        RuleInfo info,
        String text,
        List<Pattern> patterns,
        List<Insertion> insertions,
        @Nullable Set<String> services,
        Set<String> except,
        @Nullable String waiver) {

    public String id() {
        return info.id();
    }

    public Position position() {
        return info.position();
    }

    /** The same rule with other citation data. */
    public Rule with(RuleInfo other) {
        return new Rule(other, text, patterns, insertions, services, except, waiver);
    }

    /** The same rule with another condition about the same services. */
    Rule with(List<Pattern> other) {
        RuleInfo same = new RuleInfo(
                info.id(), info.title(), info.clauses(), info.readings(), asksForPurchase(other), info.position());
        return new Rule(same, text, List.copyOf(other), insertions, services, except, waiver);
    }

    /** The same rule with one insertion only. */
    public Rule inserting(Insertion only) {
        return new Rule(info, text, patterns, List.of(only), services, except, waiver);
    }

    /** The same rule with an insertion replaced; dropped if the replacement is null. */
    public Rule with(Insertion insertion, @Nullable Insertion other) {
        List<Insertion> changed = new ArrayList<>(insertions);
        int place = changed.indexOf(insertion);
        if (other == null) {
            changed.remove(place);
        } else {
            changed.set(place, other);
        }
        return new Rule(info, text, patterns, List.copyOf(changed), services, except, waiver);
    }

    /** Whether a condition requires a purchase. */
    public static boolean asksForPurchase(List<Pattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.type().name().equals("Purchase") && !pattern.isNegative());
    }

    /** Whether the rule inserts an outcome of a type. */
    public boolean inserts(Class<?> type) {
        return insertions.stream().anyMatch(insertion -> insertion.type() == type);
    }

    /** The plan that the rule states to be contained in another; null if it states none. */
    public @Nullable Plan contained() {
        return insertions.stream()
                .map(Insertion::constant)
                .filter(Plan.class::isInstance)
                .map(Plan.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The names of the variables that the insertions use. */
    public List<String> variables() {
        return insertions.stream()
                .flatMap(insertion -> insertion.variables().stream())
                .distinct()
                .toList();
    }

    /** Whether there may be a service to which both rules belong; a rule for all services but some is taken to leave one. */
    public boolean sharesServiceWith(Rule other) {
        if (services != null) {
            return services.stream().anyMatch(other::belongsTo);
        }
        return other.services == null || other.sharesServiceWith(this);
    }

    /** Whether the rule is evaluated for a service. */
    public boolean belongsTo(String service) {
        return services == null ? !except.contains(service) : services.contains(service);
    }

    /** The quantifier of a pattern. */
    public enum Quantifier {
        THERE_IS,
        NOT,
        EXISTS
    }

    /** A pattern of a condition: a fact type with constraints on its fields. */
    public record Pattern(Quantifier quantifier, FactType type, List<Constraint> constraints, List<Binding> bindings) {

        /** Whether the pattern only names the group of services of the rule, so that it holds for each of them. */
        public boolean isGroup() {
            return type.type() == ServiceGroup.class;
        }

        public boolean isNegative() {
            return quantifier == Quantifier.NOT;
        }

        /** The same pattern with a constraint replaced; dropped if the replacement is null. */
        public Pattern with(Constraint constraint, @Nullable Constraint other) {
            List<Constraint> changed = new ArrayList<>(constraints);
            int place = changed.indexOf(constraint);
            if (other == null) {
                changed.remove(place);
            } else {
                changed.set(place, other);
            }
            return new Pattern(quantifier, type, changed, bindings);
        }

        /** The same pattern with another quantifier. */
        public Pattern with(Quantifier other) {
            return new Pattern(other, type, constraints, bindings);
        }

        public boolean binds(String variable) {
            return bindings.stream().anyMatch(binding -> binding.variable().equals(variable));
        }
    }

    /** A binding of a variable to the value of a field. */
    public record Binding(String variable, Field field) {}

    /** A constraint on the value of a field, which must be present. */
    public sealed interface Constraint {
        Field field();
    }

    /** A comparison of a field with a literal. */
    public record Comparison(Field field, ComparisonOperator operator, Object literal) implements Constraint {}

    /** The membership of a field in a list of literals, or its negation. */
    public record Membership(Field field, boolean negated, Set<Object> literals) implements Constraint {}

    /** The equality of a field with a variable that another pattern binds. */
    public record SameAs(Field field, String variable) implements Constraint {}
}
