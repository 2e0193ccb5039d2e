package io.quanyi.policy;

import io.quanyi.facts.Domain;
import io.quanyi.facts.Question;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a rule about the service that is asked about. They hold for every question that reaches the rule, because it is
 * assembled only for the services that it belongs to. Without them most rules match one fact less, so that a question passes only the
 * rules of its plan or product.
 */
final class ServiceConditions {

    private ServiceConditions() {}

    /** The patterns of a rule without these conditions. One that excludes services stays, as does one beside a group. */
    static List<Pattern> without(Rule rule) {
        boolean grouped = rule.patterns().stream().anyMatch(Pattern::isGroup);
        List<Pattern> rest = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            if (!pattern.isGroup()) {
                rest.add(grouped ? pattern : without(pattern));
            }
        }
        boolean other =
                rest.stream().anyMatch(pattern -> pattern.quantifier() == Quantifier.THERE_IS && !isBare(pattern));
        if (other) {
            rest.removeIf(ServiceConditions::isBare);
        }
        return rest;
    }

    private static Pattern without(Pattern pattern) {
        List<Constraint> about = pattern.constraints().stream()
                .filter(constraint -> constraint.field().domain() == Domain.SERVICE)
                .toList();
        boolean only = isPositiveQuestion(pattern) && about.size() == 1 && isNamed(about.get(0));
        return only ? pattern.with(about.get(0), null) : pattern;
    }

    private static boolean isNamed(Constraint constraint) {
        return constraint instanceof Comparison comparison
                ? comparison.operator() == ComparisonOperator.EQUAL
                : constraint instanceof Membership membership && !membership.negated();
    }

    private static boolean isBare(Pattern pattern) {
        return isPositiveQuestion(pattern)
                && pattern.constraints().isEmpty()
                && pattern.bindings().isEmpty();
    }

    private static boolean isPositiveQuestion(Pattern pattern) {
        return pattern.type().type() == Question.class && pattern.quantifier() == Quantifier.THERE_IS;
    }
}
