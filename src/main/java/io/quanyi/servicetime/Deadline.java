package io.quanyi.servicetime;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instant at which a target falls due, with the spans of time that were counted up to it, in their order.
 *
 * @param dueAt the instant, in the zone of the window, at which the last span ends; null if a pause that is not over begins before
 * @param counted the spans; of a folded deadline the first half and the last half of those that may be shown
 * @param omitted how many spans lie between the two halves; 0 where all are there
 * @param beyondCalendar whether a date was counted or passed over by its weekday alone because the holiday calendar
 *     does not reach it; the answer then carries a warning (reading A12)
 */
public record Deadline(@Nullable ZonedDateTime dueAt, List<Span> counted, int omitted, boolean beyondCalendar) {

    /** A deadline with all its spans. */
    public Deadline(ZonedDateTime dueAt, List<Span> counted, boolean beyondCalendar) {
        this(dueAt, counted, 0, beyondCalendar);
    }

    /** Refuses spans that do not end when the target is due ({@link IllegalArgumentException}). */
    public Deadline {
        counted = List.copyOf(counted);
        if (dueAt != null
                && (counted.isEmpty() || !counted.get(counted.size() - 1).to().equals(dueAt))) {
            throw new IllegalArgumentException("the counted spans do not end at %s".formatted(dueAt));
        }
    }
}
