package io.quanyi.policy.reading;

import io.quanyi.facts.Term;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.ConstraintTest;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of rules that could state different values of a single term for one plan and one question, so that neither would take
 * precedence. Two rules do not conflict if no value of some field meets the conditions of both.
 */
final class TermConflicts {

    private TermConflicts() {}

    static void find(List<Rule> rules, Faults faults) {
        List<Rule> single = rules.stream()
                .filter(rule -> rule.insertions().stream().anyMatch(TermConflicts::isSingle))
                .toList();
        for (int i = 0; i < single.size(); i++) {
            for (Rule other : single.subList(i + 1, single.size())) {
                Rule rule = single.get(i);
                List<Insertion> different = different(rule, other);
                if (!different.isEmpty() && meet(rule, other)) {
                    different.forEach(insertion -> faults.add(fault(rule, other, insertion)));
                }
            }
        }
    }

    private static Fault fault(Rule rule, Rule other, Insertion insertion) {
        return Fault.at(
                other.position(),
                "terms-conflict",
                rule.id(),
                other.id(),
                Fault.text("explain.part." + insertion.type().getSimpleName()),
                services(rule, other));
    }

    private static boolean isSingle(Insertion insertion) {
        return Term.Single.class.isAssignableFrom(insertion.type());
    }

    /** The insertions of single terms by the second rule to which the first rule gives another value. */
    private static List<Insertion> different(Rule a, Rule b) {
        return b.insertions().stream()
                .filter(TermConflicts::isSingle)
                .filter(two -> a.insertions().stream().anyMatch(one -> differ(one, two)))
                .toList();
    }

    private static boolean differ(Insertion a, Insertion b) {
        Object term = a.constant();
        return a.type() == b.type() && (term == null || !term.equals(b.constant()));
    }

    private static String services(Rule a, Rule b) {
        Set<String> shared = shared(a, b);
        return shared.isEmpty() ? Fault.text("label.all") : Fault.list(shared);
    }

    private static Set<String> shared(Rule a, Rule b) {
        return a.services() == null || b.services() == null || Collections.disjoint(a.services(), b.services())
                ? Set.of()
                : new java.util.TreeSet<>(
                        a.services().stream().filter(b.services()::contains).toList());
    }

    /** Whether one question can meet the conditions of both rules, both with a plan or both without. */
    private static boolean meet(Rule a, Rule b) {
        boolean sameDistance = hasPlan(a) == hasPlan(b);
        return sameDistance
                && a.sharesServiceWith(b)
                && a.patterns().stream()
                        .noneMatch(pattern -> b.patterns().stream().anyMatch(other -> exclude(pattern, other)));
    }

    private static boolean hasPlan(Rule rule) {
        return rule.patterns().stream()
                .anyMatch(pattern -> pattern.type().name().equals("Plan"));
    }

    private static boolean exclude(Pattern a, Pattern b) {
        if (!a.type().name().equals(b.type().name())) {
            return false;
        }
        if (a.type().isListed()) {
            return a.isNegative() != b.isNegative()
                    && Set.copyOf(a.constraints()).equals(Set.copyOf(b.constraints()));
        }
        for (Constraint one : a.constraints()) {
            for (Constraint two : b.constraints()) {
                if (one.field().equals(two.field()) && exclude(one, two)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean exclude(Constraint a, Constraint b) {
        List<Object> some = allowed(a);
        List<Object> others = allowed(b);
        if (some != null) {
            return some.stream().noneMatch(value -> holds(b, value));
        }
        if (others != null) {
            return others.stream().noneMatch(value -> holds(a, value));
        }
        return a instanceof Comparison one && b instanceof Comparison two && areApart(one, two);
    }

    /** The values that meet a constraint, if it lists them; otherwise null. */
    private static @Nullable List<Object> allowed(Constraint constraint) {
        if (constraint instanceof Membership membership && !membership.negated()) {
            return new ArrayList<>(membership.literals());
        }
        return constraint instanceof Comparison comparison && comparison.operator() == ComparisonOperator.EQUAL
                ? List.of(comparison.literal())
                : null;
    }

    private static boolean holds(Constraint constraint, Object value) {
        return constraint instanceof Rule.SameAs
                || ConstraintTest.of(constraint).test(value);
    }

    /** Whether one comparison has an upper bound below the lower bound of the other. */
    private static boolean areApart(Comparison a, Comparison b) {
        return isBelow(a, b) || isBelow(b, a);
    }

    private static boolean isBelow(Comparison low, Comparison high) {
        boolean upper = low.operator() == ComparisonOperator.LESS || low.operator() == ComparisonOperator.AT_MOST;
        boolean lower = high.operator() == ComparisonOperator.MORE || high.operator() == ComparisonOperator.AT_LEAST;
        if (!upper || !lower) {
            return false;
        }
        int order = new BigDecimal(low.literal().toString())
                .compareTo(new BigDecimal(high.literal().toString()));
        boolean both = low.operator() == ComparisonOperator.AT_MOST && high.operator() == ComparisonOperator.AT_LEAST;
        return both ? order < 0 : order <= 0;
    }
}
