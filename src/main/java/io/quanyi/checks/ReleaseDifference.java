package io.quanyi.checks;

import java.util.List;

/**
 * A rule, clause or entry that differs between two releases.
 *
 * @param part the part of the release that contains it
 * @param kind its kind, such as {@code rule}, {@code product} or {@code opening}
 * @param id its id
 * @param change how it differs
 * @param members the members that differ, if both releases have it
 */
public record ReleaseDifference(Part part, String kind, String id, Change change, List<String> members) {

    /** Keeps a copy. */
    public ReleaseDifference {
        members = List.copyOf(members);
    }

    /** The parts of a release. */
    public enum Part {
        POLICY,
        CATALOGUE,
        CALENDARS
    }

    /** How an entry differs: only the later release has it, only the earlier one, or both with different content. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }
}
