package io.quanyi.policy.model;

import io.quanyi.servicetime.InvalidTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The insertion of an outcome by a rule. Without variables the outcome is one immutable object, made when the rule is read.
 *
 * @param type the type of the outcome
 * @param constructor the constructor of the outcome
 * @param arguments literals, and {@link Variable}s to be replaced
 * @param constant the outcome itself; null if there are variables
 */
public record Insertion(
        Class<?> type,
        Constructor<?> constructor,
        List<Object> arguments,
        @Nullable Object constant) {

    /** A placeholder for a bound value. */
    public record Variable(String name) {}

    /**
     * Makes an insertion.
     *
     * @throws InvalidTime if the constructor refuses the literals
     */
    public static Insertion of(Class<?> type, Constructor<?> constructor, List<Object> arguments) {
        boolean variable = arguments.stream().anyMatch(Variable.class::isInstance);
        return new Insertion(type, constructor, arguments, variable ? null : make(constructor, arguments.toArray()));
    }

    /** The names of the variables. */
    List<String> variables() {
        return arguments.stream()
                .filter(Variable.class::isInstance)
                .map(argument -> ((Variable) argument).name())
                .toList();
    }

    /** The outcome for one match, with the values of the variables. */
    public Object with(Map<String, Object> values) {
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

    /** Calls the constructor. Numbers keep their decimals as written, except where a parameter is a double. */
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
            if (e.getCause() instanceof InvalidTime invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
