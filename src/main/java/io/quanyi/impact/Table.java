package io.quanyi.impact;

import java.util.Arrays;
import java.util.List;

/** What becomes of every combination of a service. */
final class Table {

    private final Radix radix;
    private final int[] kinds;
    private final List<Change> changes;
    private final long decided;

    /**
     * @param radix the combinations
     * @param kinds the number of each one's change, from 1; or {@link Enumeration#SAME} or {@link Enumeration#IMPOSSIBLE}
     * @param changes the changes, the first being number 1
     * @param decided how many decisions it took
     */
    Table(Radix radix, int[] kinds, List<Change> changes, long decided) {
        this.radix = radix;
        this.kinds = kinds;
        this.changes = List.copyOf(changes);
        this.decided = decided;
    }

    Radix radix() {
        return radix;
    }

    int[] kinds() {
        return kinds;
    }

    List<Change> changes() {
        return changes;
    }

    long decided() {
        return decided;
    }

    /** How many combinations are of a kind. */
    long count(int kind) {
        return Arrays.stream(kinds).filter(one -> one == kind).count();
    }
}
