package io.quanyi.workshop.index;

import io.quanyi.facts.Domain;
import io.quanyi.facts.NumberRange;
import io.quanyi.facts.Of;
import io.quanyi.servicetime.Target;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The possible values of a field of a fact or an argument of an outcome, read from the types that rules name. */
final class ComponentValues {

    /** The most values that are listed; a longer set is linked. */
    private static final int LISTED = 4;

    private ComponentValues() {}

    /** The facts or outcomes below a sealed type, in the order in which they are declared. */
    static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(ComponentValues::leaves);
    }

    /** The kind of value. */
    static String type(ReferenceTexts texts, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Target.class) {
            return texts.of("content.TIME");
        }
        if (type == LocalDate.class) {
            return texts.of("content.DATE");
        }
        if (isTruth(type)) {
            return texts.of("content.TRUTH");
        }
        boolean whole = component.isAnnotationPresent(NumberRange.class)
                && component.getAnnotation(NumberRange.class).decimals() == 0;
        return texts.of(type == String.class ? "content.TEXT" : whole ? "content.WHOLE_NUMBER" : "content.NUMBER");
    }

    /** The values. */
    static String values(ReferenceTexts texts, RecordComponent component) {
        Of of = component.getAnnotation(Of.class);
        if (of != null) {
            return values(texts, of.value());
        }
        if (component.getType() == LocalDate.class) {
            return texts.codes(List.of("1900-01-01…2199-12-31"));
        }
        if (isTruth(component.getType())) {
            return texts.codes(List.of("true", "false"));
        }
        return component.getType() == Target.class
                ? Markdown.link(texts.of("times"), "#times")
                : range(texts, component.getAnnotation(NumberRange.class));
    }

    /** The values of a kind of ids. */
    static String values(ReferenceTexts texts, Domain domain) {
        String label = texts.shared(domain.textCode());
        Set<String> fixed = domain.fixed();
        if (fixed == null) {
            return texts.of("values.catalogue", label);
        }
        if (!isListed(domain)) {
            return label;
        }
        return fixed.size() > LISTED ? Markdown.link(label, "#" + anchor(domain)) : texts.codes(fixed);
    }

    /** Whether the page has a table of the values of a set; ISO codes have none. */
    static boolean isListed(Domain domain) {
        return domain.fixed() != null && domain != Domain.REGION && domain != Domain.CURRENCY;
    }

    static String anchor(Domain domain) {
        return domain.textCode().replace('.', '-');
    }

    private static String range(ReferenceTexts texts, NumberRange range) {
        String most = BigDecimal.valueOf(range.most()).toPlainString();
        return range.decimals() == 0
                ? texts.of("range.whole", most)
                : texts.of("range.decimals", most, range.decimals());
    }

    private static boolean isTruth(Class<?> type) {
        return type == Boolean.class || type == boolean.class;
    }
}
