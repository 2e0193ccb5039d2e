package io.quanyi.impact.census;

import java.util.List;

/**
 * The sentences of an impact that apply to one customer for at least one question.
 *
 * @param isPlaced whether the sentences could be matched; not if both releases refuse the record of the customer
 * @param sentences the places of the sentences among the shared sentences of the impact, the first being 0, and of further sentences behind them; sorted
 */
public record CustomerImpact(boolean isPlaced, List<Integer> sentences) {

    /** The impact on a customer whose record no sentence can be matched with. */
    static final CustomerImpact UNPLACED = new CustomerImpact(false, List.of());

    /** Keeps a copy. */
    public CustomerImpact {
        sentences = List.copyOf(sentences);
    }

    /** Whether some answer changes for the customer. */
    public boolean isChanged() {
        return !sentences.isEmpty();
    }
}
