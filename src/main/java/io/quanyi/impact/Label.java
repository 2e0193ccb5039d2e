package io.quanyi.impact;

import java.util.List;

/**
 * What a value of a dimension is called.
 *
 * @param code the code of the text that says it; {@code id} for what is the same in every language
 * @param words what the text is about
 */
public record Label(String code, List<String> words) implements Comparable<Label> {

    /** A part of a request that is not there. */
    public static final Label ABSENT = new Label("absent", List.of());

    /** Keeps a copy. */
    public Label {
        words = List.copyOf(words);
    }

    static Label of(String code, Object... words) {
        return new Label(code, List.of(words).stream().map(String::valueOf).toList());
    }

    /** What is called the same in every language: an id, a number. */
    static Label id(Object id) {
        return of("id", id);
    }

    @Override
    public int compareTo(Label other) {
        return toString().compareTo(other.toString());
    }

    /** Short and the same in every language: for orders and tests. */
    @Override
    public String toString() {
        return code.equals("id") ? words.get(0) : words.isEmpty() ? code : code + " " + String.join(" ", words);
    }
}
