package io.quanyi.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The components and the constructor of a record type, computed once for the binder. */
final class RecordShape {

    /** One component. */
    record Member(String name, Type type, boolean optional, Constraints constraints) {}

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final List<Member> members;
    private final Set<String> names;
    private final List<String> oneOf;
    private final @Nullable ShortForm shortForm;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        members = Arrays.stream(components).map(RecordShape::member).toList();
        names = members.stream().map(Member::name).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        OneOf choice = type.getAnnotation(OneOf.class);
        oneOf = choice == null ? List.of() : List.of(choice.value());
        shortForm = type.getAnnotation(ShortForm.class);
        constructor = canonicalConstructor(type, components);
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<Member> members() {
        return members;
    }

    Set<String> names() {
        return names;
    }

    /** The members of which a document has one; empty if it may have any. */
    List<String> oneOf() {
        return oneOf;
    }

    /** The object for which a single value stands; the same tree where none does. */
    Tree longForm(Tree tree) {
        if (shortForm == null || !(tree instanceof Tree.Scalar value)) {
            return tree;
        }
        String name = shortForm.value();
        return new Tree.Obj(value.position(), Map.of(name, value), Map.of(name, value.position()));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Object newInstance(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw failure(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static Member member(RecordComponent component) {
        return new Member(
                component.getName(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                Constraints.of(component));
    }

    private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }
}
