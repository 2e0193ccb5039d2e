package io.quanyi.policy.edit;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Measure;
import io.quanyi.facts.NumberRange;
import io.quanyi.facts.Of;
import io.quanyi.facts.Selected;
import io.quanyi.policy.model.RuleVocabulary;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a rule where a value stands: a field that is compared, or an argument of an outcome.
 *
 * @param owner the fact or outcome
 * @param name the field or argument
 * @param kind the kind of value
 * @param domain the ids of which the value is one; null for another kind
 * @param optional whether the argument may be left out
 * @param alwaysKnown whether a variable may stand for the value of the field
 * @param measure the measure whose value it is; null for another value
 */
public record RulePlace(
        String owner,
        String name,
        Kind kind,
        @Nullable Domain domain,
        boolean optional,
        boolean alwaysKnown,
        @Nullable String measure) {

    /** The kinds of value. */
    public enum Kind {
        ID,
        WHOLE_NUMBER,
        NUMBER,
        DATE,
        TRUTH,
        TIME
    }

    static RulePlace of(RecordComponent component) {
        Of of = component.getAnnotation(Of.class);
        return new RulePlace(
                component.getDeclaringRecord().getSimpleName(),
                component.getName(),
                kind(component.getType(), component.getAnnotation(NumberRange.class)),
                of == null ? null : of.value(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                !component.isAnnotationPresent(Absent.class),
                null);
    }

    /** The places of a fact of which a condition selects one field: the id of the field, then its value. */
    static List<RulePlace> selection(Class<?> fact, Selected selected) {
        RecordComponent field = Objects.requireNonNull(fact.getRecordComponents())[0];
        Kind kind = kind(selected.type(), field.getAnnotation(NumberRange.class));
        return List.of(
                new RulePlace(fact.getSimpleName(), selected.by(), Kind.ID, selected.from(), false, false, null),
                new RulePlace(fact.getSimpleName(), Selected.VALUE, kind, null, true, false, null));
    }

    private static Kind kind(Class<?> type, @Nullable NumberRange range) {
        if (RuleVocabulary.isTarget(type)) {
            return Kind.TIME;
        }
        if (type == String.class) {
            return Kind.ID;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Kind.TRUTH;
        }
        boolean whole =
                type != BigDecimal.class || Objects.requireNonNull(range).decimals() == 0;
        return whole ? Kind.WHOLE_NUMBER : Kind.NUMBER;
    }

    /** The place of the value of a measure that a catalogue declares. */
    static RulePlace value(Catalogue.Measure measure) {
        return new RulePlace(
                Measure.class.getSimpleName(),
                Selected.VALUE,
                switch (measure.kind()) {
                    case NUMBER -> Kind.NUMBER;
                    case ID -> Kind.ID;
                    case DATE -> Kind.DATE;
                    case BOOLEAN -> Kind.TRUTH;
                },
                measure.kind() == MeasureKind.ID ? Domain.MEASURE_VALUE : null,
                true,
                false,
                measure.id());
    }

    /** The ids that may stand here; none where the catalogue does not list them. */
    public Set<String> ids(Catalogue catalogue) {
        Set<String> ids = domain == null ? null : catalogue.ids(domain);
        return measure != null ? catalogue.valuesOf(measure) : ids == null ? Set.of() : ids;
    }

    /** Whether an order of the values is known. */
    boolean isOrdered() {
        return isNumber() || kind == Kind.DATE;
    }

    /** Whether the value is a number. */
    public boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.WHOLE_NUMBER;
    }
}
