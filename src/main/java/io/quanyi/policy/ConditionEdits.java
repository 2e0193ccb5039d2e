package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Operator;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.policy.Rule.Quantifier;
import io.quanyi.policy.Variant.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What may stand otherwise in the condition of a rule. */
final class ConditionEdits {

    private final Rule rule;
    private final List<String> plans;
    private final List<Edit> edits = new ArrayList<>();

    private ConditionEdits(Rule rule, Catalogue catalogue) {
        this.rule = rule;
        this.plans = catalogue.plans().stream().map(Catalogue.Plan::id).toList();
    }

    /** All edits, kind by kind, each in the order written. */
    static List<Edit> of(Rule rule, Catalogue catalogue) {
        ConditionEdits edits = new ConditionEdits(rule, catalogue);
        edits.dropped();
        edits.flipped();
        edits.eachConstraint(edits::shifted);
        edits.eachConstraint(edits::swapped);
        return edits.edits;
    }

    private interface Change {
        void to(Pattern pattern, Constraint constraint);
    }

    private void eachConstraint(Change change) {
        for (Pattern pattern : rule.patterns()) {
            pattern.constraints().stream()
                    .filter(constraint -> !LeftOut.isRouting(constraint))
                    .forEach(constraint -> change.to(pattern, constraint));
        }
    }

    private void dropped() {
        LeftOut.of(rule)
                .forEach(left -> edits.add(new Edit(rule, Kind.CONDITION_DROPPED, left.words(), "", left.rest())));
    }

    private void flipped() {
        eachConstraint(this::flipped);
        rule.patterns().forEach(this::flipped);
    }

    private void flipped(Pattern pattern, Constraint constraint) {
        if (constraint instanceof Comparison comparison) {
            Operator opposite = comparison.operator().opposite();
            add(Kind.COMPARISON_FLIPPED, pattern, comparison, comparison(comparison, opposite, comparison.literal()));
        } else if (constraint instanceof Membership membership) {
            Membership opposite = new Membership(membership.field(), !membership.negated(), membership.literals());
            add(Kind.COMPARISON_FLIPPED, pattern, membership, opposite);
        }
    }

    /** Only what may be listed can fail to be there. */
    private void flipped(Pattern pattern) {
        if (pattern.type().isListed() && pattern.bindings().isEmpty()) {
            Pattern opposite = pattern.with(pattern.isNegative() ? Quantifier.THERE_IS : Quantifier.NOT);
            edits.add(new Edit(
                    rule,
                    Kind.COMPARISON_FLIPPED,
                    Drl.of(pattern),
                    Drl.of(opposite),
                    LeftOut.replaced(rule, pattern, opposite)));
        }
    }

    private void shifted(Pattern pattern, Constraint constraint) {
        if (!(constraint instanceof Comparison comparison)) {
            return;
        }
        Operator operator = comparison.operator();
        if (operator.isOrdered()) {
            Comparison other = comparison(comparison, operator.atTheNumber(), comparison.literal());
            add(Kind.COMPARISON_SHIFTED, pattern, comparison, other);
        }
        Steps.around(comparison.literal())
                .forEach(literal ->
                        add(Kind.COMPARISON_SHIFTED, pattern, comparison, comparison(comparison, operator, literal)));
    }

    private static Comparison comparison(Comparison comparison, Operator operator, Object literal) {
        return new Comparison(comparison.field(), operator, literal);
    }

    private void swapped(Pattern pattern, Constraint constraint) {
        if (constraint.field().domain() != Domain.PLAN) {
            return;
        }
        if (constraint instanceof Comparison comparison) {
            plans.stream()
                    .filter(plan -> !plan.equals(comparison.literal()))
                    .forEach(plan -> add(
                            Kind.PLAN_SWAPPED,
                            pattern,
                            comparison,
                            comparison(comparison, comparison.operator(), plan)));
        } else if (constraint instanceof Membership membership) {
            swapped(pattern, membership);
        }
    }

    /** Each plan of a list left out, and each other one added; a list of nothing cannot be written. */
    private void swapped(Pattern pattern, Membership membership) {
        for (String plan : plans) {
            Set<Object> others = new LinkedHashSet<>(membership.literals());
            if (!others.remove(plan)) {
                others.add(plan);
            }
            if (!others.isEmpty()) {
                Membership other = new Membership(membership.field(), membership.negated(), others);
                add(Kind.PLAN_SWAPPED, pattern, membership, other);
            }
        }
    }

    private void add(Kind kind, Pattern pattern, Constraint constraint, Constraint other) {
        Rule changed = LeftOut.replaced(rule, pattern, pattern.with(constraint, other));
        edits.add(new Edit(rule, kind, Drl.of(constraint), Drl.of(other), changed));
    }
}
