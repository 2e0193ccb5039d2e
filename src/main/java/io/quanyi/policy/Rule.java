package io.quanyi.policy;

import io.quanyi.decision.RuleInfo;
import io.quanyi.policy.Vocabulary.FactType;
import io.quanyi.policy.Vocabulary.Field;
import io.quanyi.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as understood: everything in it is resolved and checked, and nothing that could not be is left.
 *
 * @param info what answers say of it
 * @param text the author's words, from {@code rule} to {@code end}
 * @param patterns what must be matched
 * @param insertion what is then inserted
 * @param services the services it belongs to; null for all
 * @param except the services it leaves out, where it belongs to all
 * @param waiver why a plan may lose by it what a plan below has; null where it must not
 */
record Rule(
        RuleInfo info,
        String text,
        List<Pattern> patterns,
        Insertion insertion,
        @Nullable Set<String> services,
        Set<String> except,
        @Nullable String waiver) {

    String id() {
        return info.id();
    }

    Position position() {
        return info.position();
    }

    /** The same rule under another name. */
    Rule with(RuleInfo other) {
        return new Rule(other, text, patterns, insertion, services, except, waiver);
    }

    /** The same rule with another condition, which speaks of the same services. */
    Rule with(List<Pattern> other) {
        RuleInfo same = new RuleInfo(
                info.id(), info.title(), info.clauses(), info.readings(), asksForPurchase(other), info.position());
        return new Rule(same, text, List.copyOf(other), insertion, services, except, waiver);
    }

    /** The same rule with another insertion. */
    Rule with(Insertion other) {
        return new Rule(info, text, patterns, other, services, except, waiver);
    }

    /** Whether a condition asks for a purchase that is there. */
    static boolean asksForPurchase(List<Pattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.type().name().equals("Purchase") && !pattern.isNegative());
    }

    boolean belongsTo(String service) {
        return services == null ? !except.contains(service) : services.contains(service);
    }

    /** How a pattern is meant. */
    enum Quantifier {
        THERE_IS,
        NOT,
        EXISTS
    }

    /** One line of a condition. */
    record Pattern(Quantifier quantifier, FactType type, List<Constraint> constraints, List<Binding> bindings) {

        boolean isNegative() {
            return quantifier == Quantifier.NOT;
        }

        /** The same with this constraint in the place of that one; null to leave it out. */
        Pattern with(Constraint constraint, @Nullable Constraint other) {
            List<Constraint> changed = new ArrayList<>(constraints);
            int place = changed.indexOf(constraint);
            if (other == null) {
                changed.remove(place);
            } else {
                changed.set(place, other);
            }
            return new Pattern(quantifier, type, changed, bindings);
        }

        /** The same meant otherwise. */
        Pattern with(Quantifier other) {
            return new Pattern(other, type, constraints, bindings);
        }

        boolean binds(String variable) {
            return bindings.stream().anyMatch(binding -> binding.variable().equals(variable));
        }
    }

    /** A name for the value of a field. */
    record Binding(String variable, Field field) {}

    /** What must hold of a field that is there. */
    sealed interface Constraint {
        Field field();
    }

    /** A field against a literal. */
    record Comparison(Field field, Operator operator, Object literal) implements Constraint {}

    /** A field among literals, or not among them. */
    record Membership(Field field, boolean negated, Set<Object> literals) implements Constraint {}

    /** A field that equals what another pattern bound. */
    record SameAs(Field field, String variable) implements Constraint {}

    /** How a field is compared. */
    enum Operator {
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

        static @Nullable Operator of(String symbol) {
            for (Operator operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            return null;
        }

        /** As it is written. */
        String symbol() {
            return symbol;
        }

        /** What holds where this does not. */
        Operator opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        /** The ordered operator that differs from this one at the number itself, and nowhere else. */
        Operator atTheNumber() {
            return switch (this) {
                case LESS -> AT_MOST;
                case AT_MOST -> LESS;
                case MORE -> AT_LEAST;
                case AT_LEAST -> MORE;
                case EQUAL, NOT_EQUAL -> throw new IllegalStateException(symbol + " is not ordered");
            };
        }

        boolean isOrdered() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }
}
