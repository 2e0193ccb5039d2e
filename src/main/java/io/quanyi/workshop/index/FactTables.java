package io.quanyi.workshop.index;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Selected;
import io.quanyi.facts.ServiceGroup;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tables of the facts that a rule may match, with their fields and the meaning of an absent field. */
final class FactTables {

    private FactTables() {}

    static String in(ReferenceTexts texts) {
        return texts.section("facts")
                + ComponentValues.leaves(Fact.class)
                        .map(fact -> table(texts, fact))
                        .collect(Collectors.joining())
                + absence(texts);
    }

    private static String table(ReferenceTexts texts, Class<?> fact) {
        return "\n### " + Markdown.code(fact.getSimpleName()) + "\n\n"
                + texts.sentences("fact." + fact.getSimpleName(), "fact." + number(fact)) + "\n"
                + texts.head("field", "type", "values", "meaning", "absent")
                + (fact.isAnnotationPresent(Selected.class)
                        ? selection(texts, fact, fact.getAnnotation(Selected.class))
                        : Arrays.stream(fact.getRecordComponents())
                                .map(field -> row(texts, field))
                                .collect(Collectors.joining()));
    }

    /** The rows of a fact of which a condition selects a field: the id, and the value with the consequence of its absence. */
    private static String selection(ReferenceTexts texts, Class<?> fact, Selected selected) {
        String name = "fact." + fact.getSimpleName() + ".";
        RecordComponent[] fields = fact.getRecordComponents();
        String absent = fact == Measure.class
                ? texts.of(
                        "absent.UNKNOWN.short",
                        texts.codes(List.of("/subscription/measures/*", "/question/measures/*")))
                : Arrays.stream(fields)
                        .map(field -> absent(texts, field.getAnnotation(Absent.class)))
                        .distinct()
                        .collect(Collectors.joining("<br>"));
        return Markdown.row(
                        Markdown.code(selected.by()),
                        texts.of("content.TEXT"),
                        ComponentValues.values(texts, selected.from()),
                        texts.of(name + selected.by()),
                        texts.of("absent.never"))
                + Markdown.row(
                        Markdown.code(Selected.VALUE),
                        fact == Measure.class ? typesOfMeasures(texts) : ComponentValues.type(texts, fields[0]),
                        fact == Measure.class
                                ? ComponentValues.values(texts, fields[0]) + "<br>"
                                        + ComponentValues.values(texts, Domain.MEASURE_VALUE)
                                : ComponentValues.values(texts, fields[0]),
                        texts.of(name + Selected.VALUE),
                        absent);
    }

    private static String typesOfMeasures(ReferenceTexts texts) {
        return Stream.of("NUMBER", "TEXT", "DATE", "TRUTH")
                .map(type -> texts.of("content." + type))
                .collect(Collectors.joining("<br>"));
    }

    private static String number(Class<?> fact) {
        if (fact == Plan.class) {
            return "plan";
        }
        if (fact == ServiceGroup.class) {
            return "group";
        }
        return Listed.class.isAssignableFrom(fact) ? "listed" : "single";
    }

    private static String row(ReferenceTexts texts, RecordComponent field) {
        return Markdown.row(
                Markdown.code(field.getName()),
                ComponentValues.type(texts, field),
                ComponentValues.values(texts, field),
                texts.of("fact." + field.getDeclaringRecord().getSimpleName() + "." + field.getName()),
                absent(texts, field.getAnnotation(Absent.class)));
    }

    private static String absent(ReferenceTexts texts, @Nullable Absent absent) {
        if (absent == null) {
            return texts.of("absent.never");
        }
        return texts.of(
                "absent." + absent.means() + ".short",
                Markdown.code(absent.pointer()),
                Markdown.code(absent.condition()));
    }

    private static String absence(ReferenceTexts texts) {
        return texts.section("absent")
                + texts.head("absent", "consequence")
                + Arrays.stream(Meaning.values())
                        .map(meaning ->
                                Markdown.row(texts.of("absent." + meaning), texts.of("absent." + meaning + ".about")))
                        .collect(Collectors.joining())
                + "\n" + texts.of("absent.example") + "\n";
    }
}
