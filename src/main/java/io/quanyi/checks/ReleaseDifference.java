package io.quanyi.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, clause or entry that differs between two releases.
 *
 * @param part the part of the release that contains it
 * @param kind its kind, such as {@code rule}, {@code product} or {@code opening}
 * @param id its id
 * @param change how it differs
 * @param values the members that differ; all but the id if only one of the releases has it
 */
public record ReleaseDifference(Part part, String kind, String id, Change change, List<ValueChange> values) {

    /** Keeps a copy. */
    public ReleaseDifference {
        values = List.copyOf(values);
    }

    /** The members that differ, if both releases have it. */
    public List<String> members() {
        return change == Change.CHANGED
                ? values.stream().map(ValueChange::member).toList()
                : List.of();
    }

    /** The value of a member in both releases; null in one that does not have it. */
    public record ValueChange(
            String member,
            @Nullable Object before,
            @Nullable Object after) {}

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
