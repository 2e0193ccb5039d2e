package io.quanyi.explain;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Of;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field of a fact type, read by reflection; those of measures are in a catalogue. */
record FactField(Class<?> fact, RecordComponent component) {

    private static final List<FactField> ALL = types(Fact.class)
            .filter(type -> type != Measure.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()).map(component -> new FactField(type, component)))
            .toList();

    /** The fields of all fact types. */
    static List<FactField> all() {
        return ALL;
    }

    static List<FactField> of(Class<? extends Fact> fact) {
        return ALL.stream().filter(field -> field.fact == fact).toList();
    }

    /** The field with a path such as {@code Amount.value}. */
    static Optional<FactField> named(String path) {
        return ALL.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    /** The field that is supplied by a member of the request. */
    static Optional<FactField> suppliedBy(String pointer) {
        return ALL.stream()
                .filter(field ->
                        field.absent() != null && field.absent().pointer().equals(pointer))
                .findFirst();
    }

    String path() {
        return fact.getSimpleName() + "." + component.getName();
    }

    String name() {
        return component.getName();
    }

    @Nullable Domain domain() {
        Of of = component.getAnnotation(Of.class);
        return of == null ? null : of.value();
    }

    @Nullable Absent absent() {
        return component.getAnnotation(Absent.class);
    }

    @Nullable Object value(Fact of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("facts are public records", e);
        }
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(FactField::types);
    }
}
