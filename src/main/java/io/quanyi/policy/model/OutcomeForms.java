package io.quanyi.policy.model;

import io.quanyi.policy.model.RuleVocabulary.Form;
import io.quanyi.policy.model.RuleVocabulary.OutcomeType;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Shows the forms in which an outcome is written in a rule. */
public final class OutcomeForms {

    private OutcomeForms() {}

    /** The forms that an author can use, as DRL with the names of the parameters. */
    public static String written(OutcomeType type) {
        return type.forms().stream()
                .filter(OutcomeForms::isWritable)
                .map(form -> "new " + type.name() + "("
                        + form.parameters().stream()
                                .map(RuleVocabulary.Parameter::name)
                                .collect(Collectors.joining(", "))
                        + ")")
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    private static boolean isWritable(Form form) {
        return form.parameters().stream().noneMatch(parameter -> parameter.type() == BigDecimal.class);
    }
}
