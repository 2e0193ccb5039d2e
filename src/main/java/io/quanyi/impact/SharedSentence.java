package io.quanyi.impact;

import java.util.IdentityHashMap;
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

    /** The place of each sentence among shared sentences; equal sentences of one service are told apart. */
    public static IdentityHashMap<ImpactSentence, Integer> numbers(List<SharedSentence> shared) {
        IdentityHashMap<ImpactSentence, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < shared.size(); i++) {
            for (ImpactSentence sentence : shared.get(i).sentences()) {
                numbers.put(sentence, i);
            }
        }
        return numbers;
    }

    /** The number of combinations of all sentences. */
    public long combinations() {
        return sentences.stream().mapToLong(ImpactSentence::combinations).sum();
    }
}
