package io.quanyi.policy.model;

import org.jspecify.annotations.Nullable;

/** An operator that compares a field of a fact with a literal. */
public enum ComparisonOperator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator of a symbol in DRL; null if there is none. */
    public static @Nullable ComparisonOperator of(String symbol) {
        for (ComparisonOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** The operator in DRL. */
    public String symbol() {
        return symbol;
    }

    /** The negation of the operator. */
    public ComparisonOperator opposite() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
        };
    }

    /** The ordered operator that differs from this one only at the compared number itself. */
    public ComparisonOperator atTheNumber() {
        return switch (this) {
            case LESS -> AT_MOST;
            case AT_MOST -> LESS;
            case MORE -> AT_LEAST;
            case AT_LEAST -> MORE;
            case EQUAL, NOT_EQUAL -> throw new IllegalStateException(symbol + " is not ordered");
        };
    }

    public boolean isOrdered() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
