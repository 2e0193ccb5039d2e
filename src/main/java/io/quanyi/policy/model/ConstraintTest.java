package io.quanyi.policy.model;

import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tests whether a present value meets a constraint of a rule. */
public final class ConstraintTest {

    private ConstraintTest() {}

    /** The predicate for the value of the field of a constraint; the value must be present. */
    public static Predicate<Object> of(Constraint constraint) {
        if (constraint instanceof Membership membership) {
            Set<Object> literals =
                    membership.literals().stream().map(ConstraintTest::plain).collect(Collectors.toUnmodifiableSet());
            return membership.negated()
                    ? value -> !literals.contains(plain(value))
                    : value -> literals.contains(plain(value));
        }
        Comparison comparison = (Comparison) constraint;
        if (comparison.literal() instanceof BigDecimal || comparison.literal() instanceof Integer) {
            return number(comparison);
        }
        if (comparison.literal() instanceof LocalDate date) {
            return date(comparison.operator(), date);
        }
        return comparison.operator() == ComparisonOperator.EQUAL
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

    private static Predicate<Object> date(ComparisonOperator operator, LocalDate literal) {
        return switch (operator) {
            case EQUAL -> literal::equals;
            case NOT_EQUAL -> value -> !literal.equals(value);
            case LESS -> value -> ((LocalDate) value).isBefore(literal);
            case AT_MOST -> value -> !((LocalDate) value).isAfter(literal);
            case MORE -> value -> ((LocalDate) value).isAfter(literal);
            case AT_LEAST -> value -> !((LocalDate) value).isBefore(literal);
        };
    }

    /** A number without trailing zeros, so that 5000 and 5000.00 are equal. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Integer) number).longValue());
    }
}
