package io.quanyi.policy;

import io.quanyi.decision.RuleOutline;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.decision.RuleOutline.Reading;
import io.quanyi.decision.RuleOutline.Test;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.policy.Rule.SameAs;
import io.quanyi.policy.Vocabulary.Field;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what rules look at to those who know nothing of the rule language. */
final class Outlines {

    private Outlines() {}

    static RuleOutline of(Rule rule) {
        return new RuleOutline(
                rule.info(),
                rule.patterns().stream().map(Drl::of).collect(Collectors.joining("\n")),
                rule.patterns().stream().map(Outlines::look).toList(),
                rule.insertion().type().asSubclass(Outcome.class),
                (Outcome) rule.insertion().constant(),
                Drl.of(rule.insertion()),
                members(rule.insertion()));
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
                        .map(Outlines::test)
                        .toList(),
                values(pattern)
                        .filter(field -> !isService(field))
                        .map(field ->
                                new Reading(field.name(), fact -> field.value().apply(fact)))
                        .toList());
    }

    /** The service is the question's in every fact that a question has. */
    private static boolean isService(Field field) {
        return field.domain() == io.quanyi.facts.Domain.SERVICE;
    }

    private static Stream<Field> values(Pattern pattern) {
        return Stream.concat(
                pattern.bindings().stream().map(Rule.Binding::field),
                pattern.constraints().stream().filter(SameAs.class::isInstance).map(Constraint::field));
    }

    private static Test test(Constraint constraint) {
        Predicate<Object> holds = FieldTest.holds(constraint);
        Function<Object, @Nullable Object> field = constraint.field().value();
        Reading reading = new Reading(constraint.field().name(), field::apply);
        return new Test(reading, Drl.of(constraint), isOrdered(constraint), literals(constraint), (Fact fact) -> {
            Object value = field.apply(fact);
            return value == null ? null : Boolean.valueOf(holds.test(value));
        });
    }

    private static boolean isOrdered(Constraint constraint) {
        return constraint instanceof Comparison comparison
                && comparison.operator().isOrdered();
    }

    private static Set<Object> literals(Constraint constraint) {
        return constraint instanceof Membership membership
                ? membership.literals()
                : Set.of(((Comparison) constraint).literal());
    }
}
