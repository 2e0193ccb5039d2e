package io.quanyi.policy.reading;

import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.SameAs;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.reading.Token.Kind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operator and the operand of a constraint. */
final class ConstraintReader {

    private static final int MAX_LITERALS = 200;

    private final TokenStream tokens;
    private final LiteralReader literals;
    private final Map<String, Field> bound;

    /** @param bound the variables that are bound so far, which the condition reader adds to */
    ConstraintReader(TokenStream tokens, LiteralReader literals, Map<String, Field> bound) {
        this.tokens = tokens;
        this.literals = literals;
        this.bound = bound;
    }

    /** Reads the rest of a constraint after its field; null, with a fault reported, if it has a fault. */
    @Nullable Constraint read(Pattern pattern, Field field) {
        Token operator = tokens.peek();
        if (tokens.take("in")) {
            return membership(field, false);
        }
        if (operator.is("not") && tokens.peek(1).is("in")) {
            tokens.next();
            tokens.next();
            return membership(field, true);
        }
        ComparisonOperator known = operator.kind() == Kind.SYMBOL ? ComparisonOperator.of(operator.text()) : null;
        if (known == null) {
            throw tokens.lost(operatorRefusal(operator), TokenStream.shown(operator));
        }
        tokens.next();
        return tokens.peek().kind() == Kind.VARIABLE
                ? sameAs(pattern, field, known)
                : comparison(field, known, operator);
    }

    private static String operatorRefusal(Token operator) {
        String refusal = DrlRefusals.inCondition(operator);
        return refusal.equals("condition-not-understood") ? "refused-operator" : refusal;
    }

    private @Nullable Constraint comparison(Field field, ComparisonOperator operator, Token at) {
        if (!field.allows(operator)) {
            tokens.report(at.position(), "ordered-needs-number", at.text(), field.name());
        }
        if (tokens.peek().is("(") && tokens.peek(1).kind() == Kind.TEXT) {
            throw tokens.lost("comparison-of-list", field.name());
        }
        Object literal = literals.next(field);
        return literal == null ? null : new Comparison(field, operator, literal);
    }

    private @Nullable Constraint sameAs(Pattern pattern, Field field, ComparisonOperator operator) {
        Token variable = tokens.next();
        Field other = bound.get(variable.text());
        if (operator != ComparisonOperator.EQUAL) {
            tokens.report(variable.position(), "variable-only-equal", variable.text());
        } else if (other == null || pattern.binds(variable.text())) {
            tokens.report(variable.position(), "variable-not-bound", variable.text());
        } else if (field.type() != String.class || field.domain() != other.domain()) {
            tokens.report(variable.position(), "variable-other-kind", variable.text(), field.name());
        } else {
            return new SameAs(field, variable.text());
        }
        return null;
    }

    private @Nullable Constraint membership(Field field, boolean negated) {
        Token open = tokens.expect("(");
        Set<Object> values = new LinkedHashSet<>();
        do {
            Token at = tokens.peek();
            Object literal = literals.next(field);
            if (literal != null && !values.add(literal)) {
                tokens.report(at.position(), "duplicate-id", at.text());
            }
        } while (tokens.take(","));
        tokens.expectEnd();
        if (values.size() > MAX_LITERALS) {
            tokens.report(open.position(), "too-many", values.size(), MAX_LITERALS);
        }
        return values.isEmpty() ? null : new Membership(field, negated, values);
    }
}
