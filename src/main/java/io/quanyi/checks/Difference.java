package io.quanyi.checks;

import java.util.List;

/**
 * One thing that two releases say differently.
 *
 * @param part of what
 * @param kind which kind of thing in that part, such as {@code rule}, {@code product} or {@code opening}
 * @param id the thing
 * @param change whether it came, went, or is another
 * @param members what of it is another, where it is the same thing
 */
public record Difference(Part part, String kind, String id, Change change, List<String> members) {

    /** Keeps a copy. */
    public Difference {
        members = List.copyOf(members);
    }

    /** What a release is made of. */
    public enum Part {
        POLICY,
        CATALOGUE,
        CALENDARS
    }

    /** What can become of a thing. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }
}
