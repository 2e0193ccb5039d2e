package io.quanyi.policy;

import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Operator;
import io.quanyi.policy.Vocabulary.FactType;
import io.quanyi.policy.Vocabulary.Field;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one field, as Drools asks it. Equal conditions have equal keys, so that rules share the work.
 *
 * <p>An absent value meets no condition, not even {@code !=} and {@code not in}: that guard stands here once.
 */
final class FieldTest implements Predicate1<Object>, HashedExpression {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Field field;
    private final transient Predicate<@Nullable Object> test;

    private FieldTest(FactType type, Field field, String condition, Predicate<@Nullable Object> test) {
        this.key = type.name() + "." + field.name() + " " + condition;
        this.field = field;
        this.test = test;
    }

    /** The field is there and meets the constraint. */
    static FieldTest of(FactType type, Constraint constraint) {
        Predicate<Object> holds = holds(constraint);
        return new FieldTest(
                type, constraint.field(), describe(constraint), value -> value != null && holds.test(value));
    }

    /** The field is not there. */
    static FieldTest absent(FactType type, Field field) {
        return new FieldTest(type, field, "absent", value -> value == null);
    }

    /** The field is not there, or meets the constraint. */
    static FieldTest absentOr(FactType type, Constraint constraint) {
        Predicate<Object> holds = holds(constraint);
        return new FieldTest(
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

    /** What a value that is there must meet. */
    static Predicate<Object> holds(Constraint constraint) {
        if (constraint instanceof Membership membership) {
            Set<Object> literals =
                    membership.literals().stream().map(FieldTest::plain).collect(Collectors.toUnmodifiableSet());
            return membership.negated()
                    ? value -> !literals.contains(plain(value))
                    : value -> literals.contains(plain(value));
        }
        Comparison comparison = (Comparison) constraint;
        if (comparison.literal() instanceof BigDecimal || comparison.literal() instanceof Integer) {
            return number(comparison);
        }
        return comparison.operator() == Operator.EQUAL
                ? value -> comparison.literal().equals(value)
                : value -> !comparison.literal().equals(value);
    }

    private static Predicate<Object> number(Comparison comparison) {
        BigDecimal literal = decimal(comparison.literal());
        return switch (comparison.operator()) {
            case EQUAL -> value -> decimal(value).compareTo(literal) == 0;
            case NOT_EQUAL -> value -> decimal(value).compareTo(literal) != 0;
            case LESS -> value -> decimal(value).compareTo(literal) < 0;
            case AT_MOST -> value -> decimal(value).compareTo(literal) <= 0;
            case MORE -> value -> decimal(value).compareTo(literal) > 0;
            case AT_LEAST -> value -> decimal(value).compareTo(literal) >= 0;
        };
    }

    /** 5000 and 5000.00 are one number. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Integer) number).longValue());
    }

    private static String describe(Constraint constraint) {
        if (constraint instanceof Membership membership) {
            return (membership.negated() ? "not in " : "in ") + membership.literals();
        }
        Comparison comparison = (Comparison) constraint;
        return comparison.operator() + " " + comparison.literal();
    }
}
