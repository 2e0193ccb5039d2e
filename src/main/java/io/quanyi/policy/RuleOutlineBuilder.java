package io.quanyi.policy;

import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.release.RuleOutline.Reading;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.decision.release.RuleOutline.Test;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.ConstraintTest;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.SameAs;
import io.quanyi.policy.model.RuleVocabulary.Field;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds outlines of rules: the facts that rules read and the outcomes that they state, for packages that do not know the rule language. */
final class RuleOutlineBuilder {

    private RuleOutlineBuilder() {}

    static RuleOutline of(Rule rule) {
        return new RuleOutline(
                rule.info(),
                rule.patterns().stream().map(DrlWriter::of).collect(Collectors.joining("\n")),
                rule.patterns().stream()
                        .filter(pattern -> !pattern.isGroup())
                        .map(RuleOutlineBuilder::look)
                        .toList(),
                groups(rule),
                rule.insertions().stream().map(RuleOutlineBuilder::statement).toList());
    }

    private static Set<String> groups(Rule rule) {
        return rule.patterns().stream()
                .filter(Pattern::isGroup)
                .flatMap(pattern -> pattern.constraints().stream())
                .map(constraint -> (String) ((Comparison) constraint).literal())
                .collect(Collectors.toSet());
    }

    private static Statement statement(Insertion insertion) {
        return new Statement(
                insertion.type().asSubclass(Outcome.class),
                (Outcome) insertion.constant(),
                DrlWriter.of(insertion),
                members(insertion));
    }

    private static Map<String, Object> members(Insertion insertion) {
        Map<String, Object> members = new HashMap<>();
        Parameter[] parameters = insertion.constructor().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Object argument = insertion.arguments().get(i);
            if (!(argument instanceof Insertion.Variable)) {
                members.put(parameters[i].getName(), argument);
            }
        }
        return members;
    }

    private static Look look(Pattern pattern) {
        return new Look(
                pattern.type().type(),
                pattern.constraints().stream()
                        .filter(constraint -> !(constraint instanceof SameAs) && !isService(constraint.field()))
                        .map(RuleOutlineBuilder::test)
                        .toList(),
                values(pattern)
                        .filter(field -> !isService(field))
                        .map(RuleOutlineBuilder::reading)
                        .toList());
    }

    /** Whether a field is the service of a fact, which is always that of the question. */
    private static boolean isService(Field field) {
        return field.domain() == io.quanyi.facts.Domain.SERVICE;
    }

    private static Stream<Field> values(Pattern pattern) {
        return Stream.concat(
                pattern.bindings().stream().map(Rule.Binding::field),
                pattern.constraints().stream().filter(SameAs.class::isInstance).map(Constraint::field));
    }

    private static Test test(Constraint constraint) {
        Predicate<Object> holds = ConstraintTest.of(constraint);
        Function<Object, @Nullable Object> field = constraint.field().value();
        return new Test(
                reading(constraint.field()),
                DrlWriter.of(constraint),
                isOrdered(constraint),
                isChoice(constraint),
                literals(constraint),
                (Fact fact) -> {
                    Object value = field.apply(fact);
                    return value == null ? null : Boolean.valueOf(holds.test(value));
                });
    }

    private static Reading reading(Field field) {
        return new Reading(field.name(), field.value()::apply, field.absent());
    }

    private static boolean isOrdered(Constraint constraint) {
        return constraint instanceof Comparison comparison
                && comparison.operator().isOrdered();
    }

    private static boolean isChoice(Constraint constraint) {
        return constraint instanceof Membership membership
                ? !membership.negated()
                : constraint instanceof Comparison comparison && comparison.operator() == ComparisonOperator.EQUAL;
    }

    private static Set<Object> literals(Constraint constraint) {
        return constraint instanceof Membership membership
                ? membership.literals()
                : Set.of(((Comparison) constraint).literal());
    }
}
