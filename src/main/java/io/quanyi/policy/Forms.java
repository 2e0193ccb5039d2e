package io.quanyi.policy;

import io.quanyi.policy.Vocabulary.Form;
import io.quanyi.policy.Vocabulary.OutcomeType;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Shows how an outcome is written. */
final class Forms {

    private Forms() {}

    /** Each way to write it that an author can use. */
    static String written(OutcomeType type) {
        return type.forms().stream()
                .filter(Forms::isWritable)
                .map(form -> "new " + type.name() + "("
                        + form.parameters().stream()
                                .map(Vocabulary.Parameter::name)
                                .collect(Collectors.joining(", "))
                        + ")")
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    private static boolean isWritable(Form form) {
        return form.parameters().stream().noneMatch(parameter -> parameter.type() == BigDecimal.class);
    }
}
