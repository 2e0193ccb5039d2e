package io.quanyi.impact;

import io.quanyi.impact.value.ValueLabel;
import java.util.List;

/**
 * A condition of a sentence on one dimension.
 *
 * @param dimension the id of the dimension
 * @param among the values for which the sentence applies
 * @param others the values for which it does not apply; none are listed for a sentence about any service
 */
public record SentenceCondition(String dimension, List<ValueLabel> among, List<ValueLabel> others) {

    /** Keeps copies. */
    public SentenceCondition {
        among = List.copyOf(among);
        others = List.copyOf(others);
    }

    @Override
    public String toString() {
        return dimension + " " + (among.size() > others.size() ? "not " + others : among.toString());
    }
}
