package io.quanyi.policy.model;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.model.RuleVocabulary.Form;
import io.quanyi.policy.model.RuleVocabulary.OutcomeType;
import io.quanyi.policy.model.RuleVocabulary.Parameter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows by examples how an outcome is written in a rule. */
public final class OutcomeForms {

    private OutcomeForms() {}

    /** An example of each form of an outcome that an author can write, with ids of a catalogue. */
    public static List<String> examples(OutcomeType type, Catalogue catalogue) {
        return type.forms().stream()
                .filter(OutcomeForms::isWritable)
                .map(form -> form.parameters().stream()
                        .map(parameter -> argument(parameter, catalogue))
                        .collect(Collectors.joining(", ", "new " + type.name() + "(", ")")))
                .sorted()
                .toList();
    }

    private static String argument(Parameter parameter, Catalogue catalogue) {
        if (RuleVocabulary.isTarget(parameter.type())) {
            return "workingHours(2)";
        }
        if (parameter.type() == String.class) {
            return '"' + id(parameter.domain(), catalogue) + '"';
        }
        return parameter.type() == boolean.class ? "true" : "2";
    }

    private static String id(@Nullable Domain domain, Catalogue catalogue) {
        if (domain == Domain.CURRENCY) {
            return "CNY";
        }
        Collection<String> ids =
                domain == null ? List.of() : Objects.requireNonNullElse(catalogue.ids(domain), List.of());
        return ids.stream().findFirst().orElse("…");
    }

    private static boolean isWritable(Form form) {
        return form.parameters().stream().noneMatch(parameter -> parameter.type() == BigDecimal.class);
    }
}
