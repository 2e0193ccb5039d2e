package io.quanyi.policy;

import io.quanyi.policy.Insertion.Variable;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.policy.Rule.Quantifier;
import io.quanyi.policy.Rule.SameAs;
import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of rules as authors write them. */
final class Drl {

    private static final Map<Quantifier, String> QUANTIFIERS =
            Map.of(Quantifier.THERE_IS, "", Quantifier.NOT, "not ", Quantifier.EXISTS, "exists ");

    private static final Map<String, String> FACTORIES = Map.of(
            "working-day", "workingDays", "working-hour", "workingHours", "hour", "hours", "immediate", "immediate");

    private Drl() {}

    /** {@code not Opening(service == "im-support")}. */
    static String of(Pattern pattern) {
        Stream<String> bindings = pattern.bindings().stream()
                .map(binding -> binding.variable() + " : " + binding.field().name());
        String inside = Stream.concat(bindings, pattern.constraints().stream().map(Drl::of))
                .collect(Collectors.joining(", "));
        return QUANTIFIERS.get(pattern.quantifier()) + pattern.type().name() + "(" + inside + ")";
    }

    /** {@code value < 5000}. */
    static String of(Constraint constraint) {
        String field = constraint.field().name();
        if (constraint instanceof SameAs same) {
            return field + " == " + same.variable();
        }
        if (constraint instanceof Membership membership) {
            String literals = membership.literals().stream().map(Drl::literal).collect(Collectors.joining(", "));
            return field + (membership.negated() ? " not in (" : " in (") + literals + ")";
        }
        Comparison comparison = (Comparison) constraint;
        return field + " " + comparison.operator().symbol() + " " + literal(comparison.literal());
    }

    /** {@code new Quota(2, "time", "service-year")}. */
    static String of(Insertion insertion) {
        return "new " + insertion.type().getSimpleName() + "("
                + insertion.arguments().stream().map(Drl::argument).collect(Collectors.joining(", ")) + ")";
    }

    private static String argument(Object argument) {
        if (argument instanceof Variable variable) {
            return variable.name();
        }
        return argument instanceof Target target ? target(target) : literal(argument);
    }

    private static String target(Target target) {
        String amount =
                target instanceof Target.Immediate ? "" : target.amount().toPlainString();
        return FACTORIES.get(target.unit()) + "(" + amount + ")";
    }

    private static String literal(Object literal) {
        if (literal instanceof String id) {
            return "\"" + id + "\"";
        }
        return literal instanceof BigDecimal number ? number.toPlainString() : literal.toString();
    }
}
