package io.quanyi.impact;

import java.util.List;

/**
 * Sentences of several services that say the same under the same conditions: what is told once.
 *
 * @param sentences one a service, never none
 */
public record Together(List<Sentence> sentences) {

    /** Keeps a copy. */
    public Together {
        sentences = List.copyOf(sentences);
    }

    /** What all of them say. */
    public Sentence first() {
        return sentences.get(0);
    }

    /** Of how many combinations they hold. */
    public long combinations() {
        return sentences.stream().mapToLong(Sentence::combinations).sum();
    }
}
