package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.facts.NumberRange;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.model.RuleVocabulary.Form;
import io.quanyi.policy.model.RuleVocabulary.OutcomeType;
import io.quanyi.policy.model.RuleVocabulary.Parameter;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that a rule may write has a range: its ends are taken, what is beyond them is refused with the range in words. */
class NumberRangeTests {

    /**
     * A place for a number in a rule.
     *
     * @param template the rule, with {@code %s} for the number
     */
    record Place(String name, NumberRange range, String template) {

        List<Fault> faults(String number) {
            return DemoPolicy.faults(
                    DemoPolicy.file("advice.drl", DemoPolicy.text("advice.drl", template.formatted(number))));
        }

        String most() {
            return BigDecimal.valueOf(range.most()).toPlainString();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        Stream<Place> fields = RuleVocabulary.FACTS.values().stream()
                .flatMap(type -> type.fields().values().stream())
                .filter(Field::isNumber)
                .map(NumberRangeTests::inCondition);
        Stream<Place> parameters = RuleVocabulary.OUTCOMES.values().stream()
                .flatMap(type -> type.forms().stream().flatMap(form -> parameters(type, form)));
        return Stream.concat(fields, parameters);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theEndsOfTheRangeAreTaken(Place place) {
        assertThat(place.faults("0")).isEmpty();
        assertThat(place.faults(place.most())).isEmpty();
        assertThat(place.faults(place.most() + ".0")).isEmpty();
        if (place.range.decimals() > 0) {
            assertThat(place.faults("0." + "0".repeat(place.range.decimals() - 1) + "1"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsBeyondIsRefusedWithTheRange(Place place) {
        String above =
                BigDecimal.valueOf(place.range.most()).add(BigDecimal.ONE).toPlainString();
        for (String number : List.of(above, "999999999999999", "99999999999999.5")) {
            assertThat(place.faults(number))
                    .as(number)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.code()).isIn("number-out-of-range", "number-not-whole"));
        }
        Fault fault = place.faults(above).get(0);
        assertThat(fault.position().toString()).startsWith("demo/policy/1/advice.drl:");
        for (Language language : Language.values()) {
            assertThat(fault.message(language)).contains(above, place.most());
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsTooFineIsRefused(Place place) {
        String finer = "1." + "0".repeat(place.range.decimals()) + "1";
        assertThat(place.faults(finer))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.code()).isIn("number-too-fine", "number-not-whole", "number-not-plain"));
    }

    private static Place inCondition(Field field) {
        String pattern = field.fact().equals("Question")
                ? "Question(service == \"advice\", " + field.name() + " <= %s)"
                : "Question(service == \"advice\") " + field.fact() + "(" + field.name() + " <= %s)";
        return new Place(
                field.fact() + "." + field.name(),
                Objects.requireNonNull(field.range(), field.toString()),
                DemoPolicy.grant("A-1", pattern));
    }

    /** The other parameters are as large as the one, so that no charge ends below where it begins. */
    private static Stream<Place> parameters(OutcomeType type, Form form) {
        if (form.parameters().stream().anyMatch(parameter -> parameter.type() == BigDecimal.class)) {
            return Stream.of();
        }
        String arguments =
                form.parameters().stream().map(NumberRangeTests::argument).collect(Collectors.joining(", "));
        return form.parameters().stream()
                .filter(parameter -> parameter.range() != null || isNumber(parameter.type()))
                .map(parameter -> new Place(
                        type.name() + arguments + " " + parameter.name(),
                        Objects.requireNonNull(parameter.range(), parameter.toString()),
                        DemoPolicy.rule(
                                "A-1",
                                "Question(service == \"advice\")",
                                "insert(new " + type.name() + "(" + only(form, parameter) + "));")));
    }

    private static boolean isNumber(Class<?> type) {
        return type == double.class || type == int.class;
    }

    /** The largest number stands behind, and nothing before, the one that is tried. */
    private static String only(Form form, Parameter tried) {
        return form.parameters().stream()
                .map(parameter -> parameter.equals(tried)
                        ? "%s"
                        : parameter.name().equals("from")
                                ? "0"
                                : parameter.name().equals("to")
                                        ? String.valueOf(Objects.requireNonNull(parameter.range())
                                                .most())
                                        : argument(parameter))
                .collect(Collectors.joining(", "));
    }

    private static String argument(Parameter parameter) {
        if (parameter.domain() != null) {
            return "\""
                    + Objects.requireNonNull(DemoPolicy.CATALOGUE.ids(parameter.domain()))
                            .iterator()
                            .next() + "\"";
        }
        return parameter.type() == boolean.class ? "true" : "1";
    }
}
