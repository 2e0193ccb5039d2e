package io.quanyi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A collector of faults, so that all of them are reported at once. */
public final class Faults {

    /** The most faults that are kept, which bounds the memory; an author corrects the first ones first. */
    static final int MAX_FAULTS = 1000;

    private static final String MORE = "more-faults";

    private final List<Fault> found = new ArrayList<>();
    private int count;

    /** Adds a fault. */
    public void add(Fault fault) {
        count++;
        if (found.size() < MAX_FAULTS) {
            found.add(fault);
        }
    }

    /** Whether there is no fault. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The number of faults added so far. Compare two numbers to learn whether a step found any. */
    public int count() {
        return count;
    }

    /** The different faults by file, line and column. If some were not kept, the first entry says how many. */
    public List<Fault> sorted() {
        TreeSet<Fault> sorted = new TreeSet<>(found);
        if (count > found.size()) {
            sorted.add(Fault.at("", MORE, count - found.size()));
        }
        return List.copyOf(sorted);
    }

    /** The number of faults that a sorted list stands for, with those that it leaves out. */
    public static int count(List<Fault> sorted) {
        return sorted.stream()
                .mapToInt(fault -> fault.code().equals(MORE)
                        ? Integer.parseInt(fault.arguments().get(0))
                        : 1)
                .sum();
    }

    /** The first fault of a sorted list, which is not the one that counts those left out. */
    public static Fault first(List<Fault> sorted) {
        return sorted.stream()
                .filter(fault -> !fault.code().equals(MORE))
                .findFirst()
                .orElse(sorted.get(0));
    }

    /** Throws the faults, if there are any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new FaultsFound(sorted());
        }
    }
}
