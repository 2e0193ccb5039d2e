package io.quanyi.explain;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Of;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One field of a type of fact. */
record Field(Class<?> fact, RecordComponent component) {

    private static final List<Field> ALL = types(Fact.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()).map(component -> new Field(type, component)))
            .toList();

    /** Every field that there is. */
    static List<Field> all() {
        return ALL;
    }

    static List<Field> of(Class<? extends Fact> fact) {
        return ALL.stream().filter(field -> field.fact == fact).toList();
    }

    /** The field of a name such as {@code Amount.value}. */
    static Optional<Field> named(String path) {
        return ALL.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    /** A field that a member of a request supplies. */
    static Optional<Field> suppliedBy(String pointer) {
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
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Field::types);
    }
}
