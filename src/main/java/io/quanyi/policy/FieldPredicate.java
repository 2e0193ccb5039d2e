package io.quanyi.policy;

import io.quanyi.policy.model.ConstraintTest;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import java.util.function.Predicate;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * The predicate for one constraint on one field, as Drools evaluates it. Equal constraints have equal keys, so that rules share nodes.
 *
 * <p>An absent value meets no constraint, not even {@code !=} and {@code not in}; this class guards against it for all rules.
 */
final class FieldPredicate implements Predicate1<Object>, HashedExpression {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Field field;
    private final transient Predicate<@Nullable Object> test;

    private FieldPredicate(FactType type, Field field, String condition, Predicate<@Nullable Object> test) {
        this.key = type.name() + "." + field.name() + " " + condition;
        this.field = field;
        this.test = test;
    }

    /** A predicate that the field is present and meets the constraint. */
    static FieldPredicate of(FactType type, Constraint constraint) {
        Predicate<Object> holds = ConstraintTest.of(constraint);
        return new FieldPredicate(
                type, constraint.field(), describe(constraint), value -> value != null && holds.test(value));
    }

    /** A predicate that the field is absent. */
    static FieldPredicate absent(FactType type, Field field) {
        return new FieldPredicate(type, field, "absent", value -> value == null);
    }

    /** A predicate that the field is absent or meets the constraint. */
    static FieldPredicate absentOr(FactType type, Constraint constraint) {
        Predicate<Object> holds = ConstraintTest.of(constraint);
        return new FieldPredicate(
                type,
                constraint.field(),
                "absent or " + describe(constraint),
                value -> value == null || holds.test(value));
    }

    @Override
    public boolean test(Object fact) {
        return test.test(field.value().apply(fact));
    }

    @Override
    public String getExpressionHash() {
        return key;
    }

    private static String describe(Constraint constraint) {
        if (constraint instanceof Membership membership) {
            return (membership.negated() ? "not in " : "in ") + membership.literals();
        }
        Comparison comparison = (Comparison) constraint;
        return comparison.operator() + " " + comparison.literal();
    }
}
