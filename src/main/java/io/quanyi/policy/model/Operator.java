package io.quanyi.policy.model;

import org.jspecify.annotations.Nullable;

/** An operator that compares a field of a fact with a literal. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public static @Nullable Operator of(String symbol) {
        for (Operator operator : values()) {
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
    public Operator opposite() {
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
    public Operator atTheNumber() {
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
