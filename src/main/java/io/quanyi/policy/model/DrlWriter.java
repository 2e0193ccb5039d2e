package io.quanyi.policy.model;

import io.quanyi.facts.Selected;
import io.quanyi.policy.model.Insertion.Variable;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import io.quanyi.policy.model.Rule.SameAs;
import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes parts of the model of a rule as DRL, as an author would write them. */
public final class DrlWriter {

    private static final Map<Quantifier, String> QUANTIFIERS =
            Map.of(Quantifier.THERE_IS, "", Quantifier.NOT, "not ", Quantifier.EXISTS, "exists ");

    private static final Map<String, String> TARGET_WORDS = RuleVocabulary.TARGET_UNITS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private DrlWriter() {}

    /** {@code not Opening(service == "im-support")}. */
    public static String of(Pattern pattern) {
        Stream<String> bindings = pattern.bindings().stream()
                .map(binding -> binding.variable() + " : " + binding.field().name());
        String inside = Stream.concat(bindings, constraints(pattern)).collect(Collectors.joining(", "));
        return QUANTIFIERS.get(pattern.quantifier()) + pattern.type().name() + "(" + inside + ")";
    }

    /** The constraints of a pattern; the selection of a field stands once, before the first. */
    private static Stream<String> constraints(Pattern pattern) {
        boolean selects = pattern.type().selection() != null;
        return IntStream.range(0, pattern.constraints().size()).mapToObj(i -> {
            Constraint constraint = pattern.constraints().get(i);
            return selects && i > 0 ? of(constraint, Selected.VALUE) : of(constraint);
        });
    }

    /** {@code value < 5000}. */
    public static String of(Constraint constraint) {
        return of(constraint, constraint.field().written());
    }

    private static String of(Constraint constraint, String field) {
        if (constraint instanceof SameAs same) {
            return field + " == " + same.variable();
        }
        if (constraint instanceof Membership membership) {
            String literals =
                    membership.literals().stream().map(DrlWriter::literal).collect(Collectors.joining(", "));
            return field + (membership.negated() ? " not in (" : " in (") + literals + ")";
        }
        Comparison comparison = (Comparison) constraint;
        return field + " " + comparison.operator().symbol() + " " + literal(comparison.literal());
    }

    /** {@code new Quota(2, "time", "service-year")}. */
    public static String of(Insertion insertion) {
        return "new " + insertion.type().getSimpleName() + "("
                + insertion.arguments().stream().map(DrlWriter::argument).collect(Collectors.joining(", ")) + ")";
    }

    private static String argument(Object argument) {
        if (argument instanceof Variable variable) {
            return variable.name();
        }
        return argument instanceof Target target ? target(target) : literal(argument);
    }

    /** {@code workingHours(4)}. */
    public static String target(Target target) {
        String amount =
                target instanceof Target.Immediate ? "" : target.amount().toPlainString();
        return TARGET_WORDS.get(target.unit()) + "(" + amount + ")";
    }

    private static String literal(Object literal) {
        if (literal instanceof String id) {
            return "\"" + id + "\"";
        }
        return literal instanceof BigDecimal number ? number.toPlainString() : literal.toString();
    }
}
