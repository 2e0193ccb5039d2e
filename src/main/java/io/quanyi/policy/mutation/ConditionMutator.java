package io.quanyi.policy.mutation;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.DroppedCondition;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes all mutations of the condition of a rule. */
final class ConditionMutator {

    private final Rule rule;
    private final Catalogue catalogue;
    private final List<String> plans;
    private final List<RuleMutation> mutations = new ArrayList<>();

    private ConditionMutator(Rule rule, Catalogue catalogue) {
        this.rule = rule;
        this.catalogue = catalogue;
        this.plans = catalogue.plans().stream().map(Catalogue.Plan::id).toList();
    }

    /** All mutations, kind by kind, each in the order written. */
    static List<RuleMutation> of(Rule rule, Catalogue catalogue) {
        ConditionMutator mutator = new ConditionMutator(rule, catalogue);
        mutator.dropped();
        mutator.flipped();
        mutator.eachConstraint(mutator::shifted);
        mutator.eachConstraint(mutator::swapped);
        return mutator.mutations;
    }

    private interface ConstraintMutator {
        void mutate(Pattern pattern, Constraint constraint);
    }

    private void eachConstraint(ConstraintMutator mutator) {
        for (Pattern pattern : rule.patterns()) {
            pattern.constraints().stream()
                    .filter(constraint -> !DroppedCondition.isRouting(constraint))
                    .forEach(constraint -> mutator.mutate(pattern, constraint));
        }
    }

    private void dropped() {
        DroppedCondition.of(rule)
                .forEach(left -> mutations.add(
                        new RuleMutation(rule, MutationKind.CONDITION_DROPPED, left.words(), "", left.rest())));
    }

    private void flipped() {
        eachConstraint(this::flipped);
        rule.patterns().forEach(this::flipped);
    }

    private void flipped(Pattern pattern, Constraint constraint) {
        if (constraint instanceof Comparison comparison) {
            ComparisonOperator opposite = comparison.operator().opposite();
            add(
                    MutationKind.COMPARISON_FLIPPED,
                    pattern,
                    comparison,
                    comparison(comparison, opposite, comparison.literal()));
        } else if (constraint instanceof Membership membership) {
            Membership opposite = new Membership(membership.field(), !membership.negated(), membership.literals());
            add(MutationKind.COMPARISON_FLIPPED, pattern, membership, opposite);
        }
    }

    /** Negates the existence of a listed fact; other facts always exist. */
    private void flipped(Pattern pattern) {
        if (pattern.type().isListed()
                && !pattern.isGroup()
                && pattern.bindings().isEmpty()) {
            Pattern opposite = pattern.with(pattern.isNegative() ? Quantifier.THERE_IS : Quantifier.NOT);
            mutations.add(new RuleMutation(
                    rule,
                    MutationKind.COMPARISON_FLIPPED,
                    DrlWriter.of(pattern),
                    DrlWriter.of(opposite),
                    DroppedCondition.replaced(rule, pattern, opposite)));
        }
    }

    private void shifted(Pattern pattern, Constraint constraint) {
        if (!(constraint instanceof Comparison comparison)) {
            return;
        }
        ComparisonOperator operator = comparison.operator();
        if (operator.isOrdered()) {
            Comparison other = comparison(comparison, operator.atTheNumber(), comparison.literal());
            add(MutationKind.COMPARISON_SHIFTED, pattern, comparison, other);
        }
        NumberNeighbours.around(comparison.literal())
                .forEach(literal -> add(
                        MutationKind.COMPARISON_SHIFTED,
                        pattern,
                        comparison,
                        comparison(comparison, operator, literal)));
    }

    private static Comparison comparison(Comparison comparison, ComparisonOperator operator, Object literal) {
        return new Comparison(comparison.field(), operator, literal);
    }

    private void swapped(Pattern pattern, Constraint constraint) {
        Domain domain = constraint.field().domain();
        if (domain == Domain.PLAN) {
            swapped(MutationKind.PLAN_SWAPPED, pattern, constraint, plans);
        } else if (domain == Domain.MEASURE_VALUE) {
            List<String> values =
                    List.copyOf(catalogue.valuesOf(constraint.field().name()));
            swapped(MutationKind.VALUE_SWAPPED, pattern, constraint, values);
        }
    }

    private void swapped(MutationKind kind, Pattern pattern, Constraint constraint, List<String> ids) {
        if (constraint instanceof Comparison comparison) {
            ids.stream()
                    .filter(id -> !id.equals(comparison.literal()))
                    .forEach(id -> add(kind, pattern, comparison, comparison(comparison, comparison.operator(), id)));
        } else if (constraint instanceof Membership membership) {
            swapped(kind, pattern, membership, ids);
        }
    }

    /** Removes each id of a list, and adds each other one; a list cannot be empty. */
    private void swapped(MutationKind kind, Pattern pattern, Membership membership, List<String> ids) {
        for (String id : ids) {
            Set<Object> others = new LinkedHashSet<>(membership.literals());
            if (!others.remove(id)) {
                others.add(id);
            }
            if (!others.isEmpty()) {
                Membership other = new Membership(membership.field(), membership.negated(), others);
                add(kind, pattern, membership, other);
            }
        }
    }

    private void add(MutationKind kind, Pattern pattern, Constraint constraint, Constraint other) {
        Rule changed = DroppedCondition.replaced(rule, pattern, pattern.with(constraint, other));
        mutations.add(new RuleMutation(rule, kind, DrlWriter.of(constraint), DrlWriter.of(other), changed));
    }
}
