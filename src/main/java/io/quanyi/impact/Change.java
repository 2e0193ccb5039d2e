package io.quanyi.impact;

import io.quanyi.impact.Statement.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two answers to one request: what only the one says, and what only the other does.
 *
 * <p>Where the outcome itself differs, what either answer took as met for want of a fact is left out: that follows from what the
 * request leaves out, and not from the change.
 *
 * @param before what is no longer said, sorted
 * @param after what is said instead, sorted
 */
public record Change(List<Statement> before, List<Statement> after) {

    /** Keeps copies. */
    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Whether it is another outcome; else the outcome stays, and what comes with it changes, or why it is so. */
    public boolean isOfOutcome() {
        return before.stream().anyMatch(statement -> statement.part() == Part.OUTCOME);
    }

    /** Whether only the grounds of an outcome change. */
    public boolean isOfGroundsOnly() {
        return Stream.concat(before.stream(), after.stream()).allMatch(statement -> statement.part() == Part.REASON);
    }

    static Change between(SortedSet<Statement> before, SortedSet<Statement> after) {
        Collection<Statement> gone = without(before, after);
        Collection<Statement> come = without(after, before);
        boolean otherOutcome = gone.stream().anyMatch(statement -> statement.part() == Part.OUTCOME);
        if (otherOutcome) {
            gone.removeIf(statement -> statement.part() == Part.ASSUMPTION);
            come.removeIf(statement -> statement.part() == Part.ASSUMPTION);
        }
        return new Change(new ArrayList<>(gone), new ArrayList<>(come));
    }

    private static SortedSet<Statement> without(SortedSet<Statement> all, SortedSet<Statement> others) {
        SortedSet<Statement> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
