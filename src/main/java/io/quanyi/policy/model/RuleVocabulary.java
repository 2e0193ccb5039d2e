package io.quanyi.policy.model;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Measure;
import io.quanyi.facts.NumberRange;
import io.quanyi.facts.Of;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Selected;
import io.quanyi.servicetime.Target;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fact types and outcome types that rules may name, read from the package {@code facts} by reflection. */
public final class RuleVocabulary {

    /**
     * A field of a fact type.
     *
     * @param written the field as a constraint writes it: its name, or for a selected one {@code of == "purchase", value}
     */
    public record Field(
            String fact,
            String name,
            String written,
            Class<?> type,
            @Nullable Domain domain,
            @Nullable NumberRange range,
            @Nullable AbsentFact absent,
            Function<Object, @Nullable Object> value) {

        public boolean mayBeAbsent() {
            return absent != null;
        }

        public boolean isNumber() {
            return Number.class.isAssignableFrom(type) || type == int.class;
        }

        public boolean isDate() {
            return type == LocalDate.class;
        }

        /** Whether a rule may compare the field by an operator. */
        public boolean allows(ComparisonOperator operator) {
            return isNumber() || isDate() || !operator.isOrdered();
        }

        /** The ids that a rule may compare the field with; null if the catalogue does not list them. */
        public @Nullable Set<String> ids(Catalogue catalogue) {
            return domain == null
                    ? null
                    : domain == Domain.MEASURE_VALUE ? catalogue.valuesOf(name) : catalogue.ids(domain);
        }
    }

    /** A fact type that a rule may match; the fields of measures are those of a catalogue. */
    public record FactType(String name, Class<? extends Fact> type, SortedMap<String, Field> fields) {

        /** The fields in the rules of a catalogue. */
        public SortedMap<String, Field> fields(Catalogue catalogue) {
            if (type != Measure.class) {
                return fields;
            }
            SortedMap<String, Field> declared = new TreeMap<>();
            catalogue.measures().values().forEach(measure -> declared.put(measure.id(), field(measure)));
            return declared;
        }

        public boolean isListed() {
            return Listed.class.isAssignableFrom(type);
        }

        /** How a condition selects one of the fields; null if it names them. */
        public @Nullable Selected selection() {
            return type.getAnnotation(Selected.class);
        }
    }

    /** A parameter of a constructor of an outcome type. */
    public record Parameter(
            String name,
            Class<?> type,
            @Nullable Domain domain,
            @Nullable NumberRange range) {}

    /** A form of an outcome: one constructor with its parameters. */
    public record Form(List<Parameter> parameters, Constructor<?> constructor) {}

    /** An outcome type that a rule may insert. */
    public record OutcomeType(String name, Class<?> type, List<Form> forms) {}

    /** The fact types by simple name. */
    public static final Map<String, FactType> FACTS = facts();
    /** The outcome types by simple name. */
    public static final Map<String, OutcomeType> OUTCOMES = outcomes();

    /** The word for a target time that takes no number. */
    public static final String AT_ONCE = "immediate";

    /** The words by which rules write target times, such as {@code workingHours}, with the unit of each. */
    public static final SortedMap<String, String> TARGET_UNITS = new TreeMap<>(Map.of(
            AT_ONCE,
            "immediate",
            "minutes",
            "minute",
            "hours",
            "hour",
            "workingMinutes",
            "working-minute",
            "workingHours",
            "working-hour",
            "workingDays",
            "working-day"));

    private static final Selected MEASURE = Objects.requireNonNull(Measure.class.getAnnotation(Selected.class));

    private RuleVocabulary() {}

    private static Map<String, FactType> facts() {
        Map<String, FactType> facts = new TreeMap<>();
        for (Class<?> type : leaves(Fact.class)) {
            SortedMap<String, Field> fields = new TreeMap<>();
            if (type != Measure.class) {
                for (RecordComponent component : type.getRecordComponents()) {
                    fields.put(component.getName(), field(component));
                }
            }
            facts.put(type.getSimpleName(), new FactType(type.getSimpleName(), type.asSubclass(Fact.class), fields));
        }
        return facts;
    }

    private static Map<String, OutcomeType> outcomes() {
        Map<String, OutcomeType> outcomes = new TreeMap<>();
        for (Class<?> type : leaves(Outcome.class)) {
            outcomes.put(type.getSimpleName(), outcome(type));
        }
        return outcomes;
    }

    private static OutcomeType outcome(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> components.put(component.getName(), component));
        List<Form> forms = new ArrayList<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            List<Parameter> parameters = Arrays.stream(constructor.getParameters())
                    .map(parameter ->
                            parameter(parameter.getName(), parameter.getType(), components.get(parameter.getName())))
                    .toList();
            forms.add(new Form(parameters, constructor));
        }
        return new OutcomeType(type.getSimpleName(), type, forms);
    }

    private static Parameter parameter(String name, Class<?> type, @Nullable RecordComponent component) {
        return new Parameter(name, type, domain(component), range(component));
    }

    private static Field field(RecordComponent component) {
        Selected selected = component.getDeclaringRecord().getAnnotation(Selected.class);
        return new Field(
                component.getDeclaringRecord().getSimpleName(),
                component.getName(),
                selected == null
                        ? component.getName()
                        : selection(selected, component.getName()) + ", " + Selected.VALUE,
                component.getType(),
                domain(component),
                range(component),
                absent(component.getAnnotation(Absent.class)),
                reader(component));
    }

    /** Reads a measure from its fact. Readers of one measure are equal, so that its fields are, in all rules. */
    private record MeasureReader(String id) implements Function<Object, @Nullable Object> {

        @Override
        public @Nullable Object apply(Object fact) {
            return ((Measure) fact).values().get(id);
        }
    }

    /** The field of a measure that a catalogue declares. */
    private static Field field(Catalogue.Measure measure) {
        return new Field(
                Measure.class.getSimpleName(),
                measure.id(),
                selection(MEASURE, measure.id()) + ", " + Selected.VALUE,
                measure.kind().type(),
                measure.kind() == MeasureKind.ID ? Domain.MEASURE_VALUE : null,
                measure.kind() != MeasureKind.NUMBER
                        ? null
                        : range(Measure.class.getRecordComponents()[0]),
                new AbsentFact(measure.pointer(), Meaning.UNKNOWN, ""),
                new MeasureReader(measure.id()));
    }

    private static @Nullable AbsentFact absent(@Nullable Absent absent) {
        return absent == null ? null : new AbsentFact(absent.pointer(), absent.means(), absent.condition());
    }

    /** The part of a pattern that selects a field, such as {@code of == "purchase"}. */
    static String selection(Selected selected, String field) {
        return selected.by() + " == \"" + field + "\"";
    }

    private static @Nullable Domain domain(@Nullable RecordComponent component) {
        Of of = component == null ? null : component.getAnnotation(Of.class);
        return of == null ? null : of.value();
    }

    private static @Nullable NumberRange range(@Nullable RecordComponent component) {
        return component == null ? null : component.getAnnotation(NumberRange.class);
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> leaves(permitted).stream())
                .toList();
    }

    /** A direct call of the accessor, because a decision reads fields dozens of times. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reader(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            MethodType boxed = accessor.type().wrap();
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            boxed)
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("no accessor for " + component, e);
        }
    }

    public static boolean isTarget(Class<?> type) {
        return type == Target.class;
    }
}
