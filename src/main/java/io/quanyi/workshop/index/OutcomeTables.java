package io.quanyi.workshop.index;

import io.quanyi.facts.Outcome;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tables of the outcomes that a rule may insert, with their arguments and examples. */
final class OutcomeTables {

    private OutcomeTables() {}

    static String in(ReferenceTexts texts, OutcomeExamples examples) {
        return texts.section("outcomes")
                + ComponentValues.leaves(Outcome.class)
                        .map(outcome -> outcome(texts, outcome, examples))
                        .collect(Collectors.joining());
    }

    private static String outcome(ReferenceTexts texts, Class<?> outcome, OutcomeExamples examples) {
        String written = forms(outcome)
                .map(form -> "- " + Markdown.code("insert(" + examples.of(form) + ");") + "\n")
                .collect(Collectors.joining());
        return "\n### " + Markdown.code("new " + outcome.getSimpleName() + "(…)") + "\n\n"
                + texts.sentences("outcome." + outcome.getSimpleName(), "outcome.kind." + kind(outcome))
                + "\n\n" + written + arguments(texts, outcome);
    }

    private static String arguments(ReferenceTexts texts, Class<?> outcome) {
        RecordComponent[] arguments = outcome.getRecordComponents();
        return arguments.length == 0
                ? ""
                : texts.head("argument", "type", "values", "required", "meaning")
                        + Arrays.stream(arguments)
                                .map(argument -> row(texts, argument))
                                .collect(Collectors.joining());
    }

    private static String row(ReferenceTexts texts, RecordComponent argument) {
        String code = "outcome." + argument.getDeclaringRecord().getSimpleName() + "." + argument.getName();
        boolean optional = argument.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return Markdown.row(
                Markdown.code(argument.getName()),
                ComponentValues.type(texts, argument),
                ComponentValues.values(texts, argument),
                optional ? texts.of("optional", texts.of(code + ".without")) : texts.of("required"),
                texts.of(code));
    }

    /** The constructors that rules use; those with {@link BigDecimal} are for the service itself. */
    static Stream<Constructor<?>> forms(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(form -> !Arrays.asList(form.getParameterTypes()).contains(BigDecimal.class))
                .sorted(Comparator.comparing(Constructor::getParameterCount));
    }

    private static String kind(Class<?> type) {
        if (type == Plan.class) {
            return "plan";
        }
        if (Verdict.class.isAssignableFrom(type)) {
            return "verdict";
        }
        return Term.Single.class.isAssignableFrom(type) ? "single" : "collected";
    }
}
