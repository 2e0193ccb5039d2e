package io.quanyi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects faults, so that a reader of them learns of all at once. */
public final class Faults {

    /** How many are kept: who has more of them looks at the first ones anyway, and memory has an end. */
    static final int MOST = 1000;

    private final List<Fault> found = new ArrayList<>();
    private int count;

    /** Adds one. */
    public void add(Fault fault) {
        count++;
        if (found.size() < MOST) {
            found.add(fault);
        }
    }

    /** Adds all of another collection. */
    public void addAll(Faults others) {
        others.found.forEach(this::add);
        count += others.count - others.found.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** How many were added so far: compare two counts to learn whether a step went well. */
    public int count() {
        return count;
    }

    /** Each fault once, by file, line and column; where there are more than are kept, that is said first. */
    public List<Fault> sorted() {
        TreeSet<Fault> sorted = new TreeSet<>(found);
        if (count > found.size()) {
            sorted.add(Fault.at("", "more-faults", count - found.size()));
        }
        return List.copyOf(sorted);
    }

    /** Ends here if there is any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new FaultsFound(sorted());
        }
    }
}
