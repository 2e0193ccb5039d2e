package io.quanyi.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule inserts. Without variables it is one immutable object, made when the rule is read.
 *
 * @param type the type inserted
 * @param constructor how it is made
 * @param arguments literals, and {@link Variable}s to be replaced
 * @param constant the object itself, where no variable occurs
 */
record Insertion(
        Class<?> type,
        Constructor<?> constructor,
        List<Object> arguments,
        @Nullable Object constant) {

    /** A place for a bound value. */
    record Variable(String name) {}

    /** @throws IllegalArgumentException if the type itself refuses the literals */
    static Insertion of(Class<?> type, Constructor<?> constructor, List<Object> arguments) {
        boolean variable = arguments.stream().anyMatch(Variable.class::isInstance);
        return new Insertion(type, constructor, arguments, variable ? null : make(constructor, arguments.toArray()));
    }

    /** The variables that occur. */
    List<String> variables() {
        return arguments.stream()
                .filter(Variable.class::isInstance)
                .map(argument -> ((Variable) argument).name())
                .toList();
    }

    /** The object for one match. */
    Object with(Map<String, Object> values) {
        return constant != null
                ? constant
                : make(
                        constructor,
                        arguments.stream()
                                .map(argument -> argument instanceof Variable variable
                                        ? Objects.requireNonNull(values.get(variable.name()))
                                        : argument)
                                .toArray());
    }

    /** A number is kept with the decimals that were written; where the type wants it without, it goes without. */
    private static Object make(Constructor<?> constructor, @Nullable Object[] arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        for (int i = 0; i < arguments.length; i++) {
            if (types[i] == double.class && arguments[i] instanceof BigDecimal number) {
                arguments[i] = number.doubleValue();
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
