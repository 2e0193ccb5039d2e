package io.quanyi.workshop.index;

import static java.util.Objects.requireNonNullElse;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Of;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes example outcomes with ids of the shipped catalogues, so that they can be copied into a rule. */
final class OutcomeExamples {

    private final Collection<ProgrammeRelease> releases;

    /** Takes the ids of each kind from the first release that has some. */
    OutcomeExamples(Collection<ProgrammeRelease> releases) {
        this.releases = releases;
    }

    /** An example of one constructor of an outcome. */
    String of(Constructor<?> form) {
        return Arrays.stream(form.getParameters())
                .map(parameter -> argument(form.getDeclaringClass(), parameter))
                .collect(Collectors.joining(
                        ", ", "new " + form.getDeclaringClass().getSimpleName() + "(", ")"));
    }

    private String argument(Class<?> outcome, Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == String.class) {
            return '"' + id(outcome, parameter.getName()) + '"';
        }
        if (type == boolean.class) {
            return "true";
        }
        return type.isPrimitive() ? "2" : "workingDays(1)";
    }

    private String id(Class<?> outcome, String name) {
        return Arrays.stream(outcome.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(OutcomeExamples::domain)
                .map(this::id)
                .findFirst()
                .orElse("");
    }

    private static Domain domain(RecordComponent component) {
        return component.getAnnotation(Of.class).value();
    }

    private String id(Domain domain) {
        if (domain == Domain.CURRENCY) {
            return "CNY";
        }
        return releases.stream()
                .map(release -> requireNonNullElse(release.catalogue().ids(domain), Set.<String>of()))
                .flatMap(Set::stream)
                .findFirst()
                .orElse("");
    }
}
