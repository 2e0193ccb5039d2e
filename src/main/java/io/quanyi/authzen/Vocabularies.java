package io.quanyi.authzen;

import java.util.Map;
import java.util.function.Function;

/**
 * The vocabularies of all programmes: that of entitlements, unless a programme has one of its own.
 *
 * @param own the vocabularies of programmes that have one of their own, by the id of the programme
 * @param others makes the vocabulary of any other programme
 */
public record Vocabularies(Map<String, Vocabulary> own, Function<String, Vocabulary> others) {

    /** The vocabulary of a programme. */
    Vocabulary of(String programme) {
        Vocabulary vocabulary = own.get(programme);
        return vocabulary == null ? others.apply(programme) : vocabulary;
    }
}
