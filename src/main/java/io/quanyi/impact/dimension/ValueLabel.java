package io.quanyi.impact.dimension;

import java.util.List;

/**
 * The name of a value of a dimension, independent of the language.
 *
 * @param code the code of the text that names the value; {@code id} for an id or a number, which every language writes alike
 * @param words the arguments of the text
 */
public record ValueLabel(String code, List<String> words) implements Comparable<ValueLabel> {

    /** The label of an absent part of a request. */
    public static final ValueLabel ABSENT = new ValueLabel("absent", List.of());

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
