package io.quanyi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects faults, so that a reader of them learns of all at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Adds one. */
    public void add(Fault fault) {
        found.add(fault);
    }

    /** Adds all of another collection. */
    public void addAll(Faults others) {
        found.addAll(others.found);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were added so far: compare two counts to learn whether a step went well. */
    public int count() {
        return found.size();
    }

    /** Each fault once, by file, line and column. */
    public List<Fault> sorted() {
        return List.copyOf(new TreeSet<>(found));
    }

    /** Ends here if there is any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new FaultsFound(sorted());
        }
    }
}
