package io.quanyi.workshop;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.NumberRange;
import io.quanyi.facts.Of;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of rules, read from their types: facts with what their absence means, and outcomes with how they are written. */
final class WordTables {

    /** A set longer than this is named and not listed. */
    private static final int LISTED = 20;

    private WordTables() {}

    static String of(Collection<ProgrammeRelease> releases) {
        return "## The words of a rule\n\n### What a rule asks: facts\n\n"
                + Markdown.head("fact", "field", "what it holds", "when the question does not say")
                + leaves(Fact.class).stream().map(WordTables::fact).collect(Collectors.joining())
                + "\n### What a rule says: outcomes\n\n"
                + Markdown.head("outcome", "what it is", "what it holds", "written, for example")
                + leaves(Outcome.class).stream()
                        .map(type -> outcome(type, new Examples(releases)))
                        .collect(Collectors.joining());
    }

    private static String fact(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(field -> Markdown.row(
                        Markdown.code(type.getSimpleName()),
                        Markdown.code(field.getName()),
                        values(field),
                        absence(field.getAnnotation(Absent.class))))
                .collect(Collectors.joining());
    }

    private static String outcome(Class<?> type, Examples examples) {
        String fields = Arrays.stream(type.getRecordComponents())
                .map(field -> Markdown.code(field.getName()) + ": " + values(field))
                .collect(Collectors.joining("; "));
        String written = forms(type)
                .map(form -> Markdown.code("insert(" + examples.of(form) + ");"))
                .collect(Collectors.joining(" or "));
        return Markdown.row(Markdown.code(type.getSimpleName()), kind(type), fields, written);
    }

    /** The ways to write an outcome: those without numbers of a kind that rules do not write. */
    static Stream<Constructor<?>> forms(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(form -> !Arrays.asList(form.getParameterTypes()).contains(BigDecimal.class))
                .sorted(Comparator.comparing(Constructor::getParameterCount));
    }

    private static String kind(Class<?> type) {
        if (type == Plan.class) {
            return "a plan that another contains; in plans.drl only";
        }
        if (Verdict.class.isAssignableFrom(type)) {
            return "verdict";
        }
        return Term.Single.class.isAssignableFrom(type) ? "term; the nearest plan's counts" : "term; all are kept";
    }

    private static String absence(@Nullable Absent absent) {
        if (absent == null) {
            return "always known";
        }
        String pointer = Markdown.code(absent.pointer());
        return switch (absent.means()) {
            case UNKNOWN -> "asked for, if the decision depends on it: " + pointer;
            case ASSUMED -> "taken as met, with the condition " + Markdown.code(absent.condition()) + ": " + pointer;
            case NOT_ASKED -> "the question is not about it; a limit comes back as a condition: " + pointer;
        };
    }

    private static String values(RecordComponent field) {
        Of of = field.getAnnotation(Of.class);
        if (of != null) {
            return domain(of.value());
        }
        Class<?> type = field.getType();
        if (type == Boolean.class || type == boolean.class) {
            return "true, false";
        }
        return type.getSimpleName().equals("Target")
                ? "`workingDays(1)`, `workingHours(2)`, `hours(4)`, `immediate()`"
                : number(field.getAnnotation(NumberRange.class));
    }

    private static String number(NumberRange range) {
        String most = BigDecimal.valueOf(range.most()).toPlainString();
        return range.decimals() == 0
                ? "a whole number from 0 to " + most
                : "a number from 0 to " + most + ", with at most " + range.decimals() + " digits after the point";
    }

    private static String label(Domain domain) {
        return Texts.of(Language.ENGLISH, domain.textCode());
    }

    private static String domain(Domain domain) {
        Set<String> fixed = domain.fixed();
        if (fixed == null) {
            return article(label(domain)) + " of the catalogue";
        }
        return fixed.size() > LISTED
                ? label(domain)
                : fixed.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    static List<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? List.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(permitted -> leaves(permitted).stream())
                        .toList();
    }
}
