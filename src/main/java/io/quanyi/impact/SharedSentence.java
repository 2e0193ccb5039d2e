package io.quanyi.impact;

import java.util.List;

/**
 * Sentences of several services with equal conditions and equal changes, which a report shows once.
 *
 * @param sentences one sentence per service, at least one
 */
public record SharedSentence(List<ImpactSentence> sentences) {

    /** Keeps a copy. */
    public SharedSentence {
        sentences = List.copyOf(sentences);
    }

    /** The first sentence, which represents the others. */
    public ImpactSentence first() {
        return sentences.get(0);
    }

    /** The number of combinations of all sentences. */
    public long combinations() {
        return sentences.stream().mapToLong(ImpactSentence::combinations).sum();
    }
}
