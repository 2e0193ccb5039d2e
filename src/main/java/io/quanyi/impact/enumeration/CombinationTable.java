package io.quanyi.impact.enumeration;

import io.quanyi.impact.answer.AnswerChange;
import java.util.Arrays;
import java.util.List;

/** The enumerated combinations of dimension values of one service, each with the number of the change of its answer. */
public final class CombinationTable {

    private final MixedRadix radix;
    private final int[] kinds;
    private final List<AnswerChange> changes;
    private final long decided;

    /**
     * Makes a table.
     *
     * @param radix numbers the combinations
     * @param kinds for each combination the number of its change, from 1, or {@link AnswerEnumeration#SAME} or
     *     {@link AnswerEnumeration#IMPOSSIBLE}
     * @param changes the different changes; the first has number 1
     * @param decided the number of decisions made
     */
    CombinationTable(MixedRadix radix, int[] kinds, List<AnswerChange> changes, long decided) {
        this.radix = radix;
        this.kinds = kinds;
        this.changes = List.copyOf(changes);
        this.decided = decided;
    }

    /** Numbers the combinations. */
    public MixedRadix radix() {
        return radix;
    }

    /** The kind of each combination, by its number. */
    public int[] kinds() {
        return kinds;
    }

    /** The different changes; the first has number 1. */
    public List<AnswerChange> changes() {
        return changes;
    }

    /** The number of decisions made. */
    public long decided() {
        return decided;
    }

    /** The number of combinations of a kind. */
    public long count(int kind) {
        return Arrays.stream(kinds).filter(one -> one == kind).count();
    }
}
