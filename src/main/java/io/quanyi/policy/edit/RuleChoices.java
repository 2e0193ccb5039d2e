package io.quanyi.policy.edit;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Selected;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.servicetime.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The choices of an author when a rule is written: facts, fields, operators, outcomes and arguments, as the reader of rules knows
 * them.
 */
public final class RuleChoices {

    /** The quantifiers of facts of which there may be any number. */
    public static final List<String> QUANTIFIERS = List.of("", "not", "exists");

    private RuleChoices() {}

    /** The facts, in the order of the reference. */
    public static List<String> facts() {
        return leaves(Fact.class).map(Class::getSimpleName).toList();
    }

    /** The outcomes, in the order of the reference. */
    public static List<String> outcomes() {
        return leaves(Outcome.class).map(Class::getSimpleName).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(RuleChoices::leaves);
    }

    /** The words before the bracket of a time, the one without a number first. */
    public static List<String> times() {
        return RuleVocabulary.TARGET_UNITS.keySet().stream()
                .sorted((one, other) -> Boolean.compare(takesNumber(one), takesNumber(other)))
                .toList();
    }

    /** A target time as it is written, such as {@code workingHours(4)}. */
    public static String written(Target target) {
        return DrlWriter.target(target);
    }

    /** Whether a number stands in the brackets of a time. */
    public static boolean takesNumber(String time) {
        return RuleVocabulary.TARGET_UNITS.containsKey(time) && !time.equals(RuleVocabulary.AT_ONCE);
    }

    /** Whether {@code not} and {@code exists} may stand before a fact. */
    public static boolean mayBeQuantified(String fact) {
        FactType type = RuleVocabulary.FACTS.get(fact);
        return type != null && type.isListed();
    }

    /** Whether a condition selects one of the fields of a fact before it compares it. */
    public static boolean isSelected(String fact) {
        FactType type = RuleVocabulary.FACTS.get(fact);
        return type != null && type.selection() != null;
    }

    /** The fields of a fact; none of an unknown one. */
    public static List<RulePlace> fields(String fact) {
        FactType type = RuleVocabulary.FACTS.get(fact);
        if (type == null) {
            return List.of();
        }
        Selected selection = type.selection();
        return selection == null ? places(type.type()) : RulePlace.selection(type.type(), selection);
    }

    /** The fields of the fact of a line, in the rules of a catalogue: the value of a measure is of its kind. */
    public static List<RulePlace> fields(WrittenPattern pattern, Catalogue catalogue) {
        List<RulePlace> fields = fields(pattern.fact().drl());
        return measure(pattern, catalogue)
                .map(measure -> List.of(fields.get(0), RulePlace.value(measure)))
                .orElse(fields);
    }

    /** The measure that a line selects; empty for another line, and for a measure that the catalogue does not declare. */
    private static Optional<Catalogue.Measure> measure(WrittenPattern pattern, Catalogue catalogue) {
        return pattern.constraints().stream()
                .filter(one -> pattern.fact().drl().equals(Measure.class.getSimpleName()))
                .filter(one -> one.field().equals("id") && !one.values().isEmpty())
                .findFirst()
                .flatMap(one -> Optional.ofNullable(
                        catalogue.measures().get(one.values().get(0).plain())));
    }

    /** The arguments of an outcome, also those that may be left out; none of an unknown one. */
    public static List<RulePlace> arguments(String outcome) {
        RuleVocabulary.OutcomeType type = RuleVocabulary.OUTCOMES.get(outcome);
        return type == null ? List.of() : places(type.type());
    }

    /** The arguments of an outcome that stand in a number of places; none if the outcome is not written so. */
    public static List<RulePlace> arguments(String outcome, int count) {
        List<RulePlace> all = arguments(outcome);
        List<RulePlace> needed =
                all.stream().filter(argument -> !argument.optional()).toList();
        return count == all.size() ? all : count == needed.size() ? needed : List.of();
    }

    /** The operators by which a field of the fact of a line may be compared; none of an unknown one. */
    public static List<String> operators(WrittenPattern pattern, String name, Catalogue catalogue) {
        Optional<RulePlace> value = measure(pattern, catalogue).map(RulePlace::value);
        return value.isPresent() && name.equals(Selected.VALUE)
                ? operators(operator -> value.get().isOrdered() || !operator.isOrdered())
                : operators(pattern.fact().drl(), name);
    }

    /** The operators by which a field of a fact may be compared; none of an unknown one. */
    static List<String> operators(String fact, String name) {
        FactType type = RuleVocabulary.FACTS.get(fact);
        if (type == null) {
            return List.of();
        }
        Selected selection = type.selection();
        if (selection != null) {
            return name.equals(selection.by())
                    ? List.of(ComparisonOperator.EQUAL.symbol())
                    : name.equals(Selected.VALUE) ? operators(operator -> true) : List.of();
        }
        Field field = type.fields().get(name);
        return field == null ? List.of() : operators(field::allows);
    }

    private static List<String> operators(Predicate<ComparisonOperator> allowed) {
        List<String> operators = new ArrayList<>();
        Arrays.stream(ComparisonOperator.values())
                .filter(allowed)
                .map(ComparisonOperator::symbol)
                .forEach(operators::add);
        operators.addAll(List.of("in", "not in"));
        return operators;
    }

    private static List<RulePlace> places(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getRecordComponents()))
                .map(RulePlace::of)
                .toList();
    }
}
