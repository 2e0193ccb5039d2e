package io.quanyi.impact.value;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The name of a value of a dimension, independent of the language.
 *
 * @param code the code of the text that names the value; {@code id} for an id or a number, which every language writes alike
 * @param words the arguments of the text
 */
public record ValueLabel(String code, List<String> words) implements Comparable<ValueLabel> {

    /** The label of an absent part of a request. */
    public static final ValueLabel ABSENT = new ValueLabel("absent", List.of());

    /** The codes of values that stand for nothing but themselves. */
    private static final Set<String> EXACT = Set.of("absent", "id", "no", "written", "yes");

    /** Keeps a copy. */
    public ValueLabel {
        words = List.copyOf(words);
    }

    /** A label with a text. */
    public static ValueLabel of(String code, Object... words) {
        return new ValueLabel(code, List.of(words).stream().map(String::valueOf).toList());
    }

    /** The label of an id or a number. */
    public static ValueLabel id(Object id) {
        return of("id", id);
    }

    /**
     * The label of a number or a date: itself if it is a boundary, else the boundaries that it lies between; any value without a boundary.
     *
     * @param written how a value is written
     */
    public static <T> ValueLabel among(T value, NavigableSet<T> boundaries, Function<T, String> written) {
        if (boundaries.contains(value)) {
            return id(written.apply(value));
        }
        T lower = boundaries.lower(value);
        T higher = boundaries.higher(value);
        if (lower == null) {
            return higher == null ? of("any") : of("below", written.apply(higher));
        }
        return higher == null
                ? of("above", written.apply(lower))
                : of("between", written.apply(lower), written.apply(higher));
    }

    /** Whether the value stands for others that neither release can tell from it, such as a number between two that rules name. */
    public boolean isStandIn() {
        return !EXACT.contains(code);
    }

    @Override
    public int compareTo(ValueLabel other) {
        return toString().compareTo(other.toString());
    }

    /** A short form for sorting and tests, the same in every language. */
    @Override
    public String toString() {
        return code.equals("id") ? words.get(0) : words.isEmpty() ? code : code + " " + String.join(" ", words);
    }
}
