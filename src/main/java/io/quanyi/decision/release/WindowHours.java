package io.quanyi.decision.release;

import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Span;
import io.quanyi.servicetime.Target;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A window laid over the calendars. Where its hours on a holiday await an announcement (A49) it is one of two schedules, and only
 * what both agree on is said.
 *
 * @param closed the schedule if it is closed on every holiday that no announcement covers
 * @param open the schedule if it is open on them; the same where nothing awaits an announcement
 */
public record WindowHours(Schedule closed, Schedule open) {

    /** Hours that await no announcement. */
    public WindowHours(Schedule schedule) {
        this(schedule, schedule);
    }

    /** Whether it is open; null where that is not announced. */
    public @Nullable Boolean isOpen(Instant at) {
        boolean isOpen = closed.isOpen(at);
        return (closed == open || isOpen == open.isOpen(at)) ? Boolean.valueOf(isOpen) : null;
    }

    /** When it closes; null where it does not, or where that is not announced. */
    public @Nullable ZonedDateTime closesAt(Instant at) {
        return agreed(closed.closesAt(at), open.closesAt(at));
    }

    /** When it opens; null where it is open, or where that is not announced. */
    public @Nullable ZonedDateTime opensAt(Instant at) {
        return agreed(closed.opensAt(at), open.opensAt(at));
    }

    /** When a target is due, with at most so many of its spans; null where that is not announced. */
    public @Nullable Deadline deadline(Target target, Instant from, int most) {
        Deadline deadline = closed.deadline(target, from, most);
        return closed == open || open.deadline(target, from, most).equals(deadline) ? deadline : null;
    }

    /** All spans that a target counts from an instant, however many; empty where its hours are not announced. For explanations. */
    public List<Span> spans(Target target, Instant from) {
        Deadline deadline = deadline(target, from, Integer.MAX_VALUE);
        return deadline == null ? List.of() : deadline.counted();
    }

    /** Whether the answers about an instant rest on dates that no calendar knows. */
    public boolean beyondCalendar(Instant at) {
        return closed.beyondCalendar(at);
    }

    private static @Nullable ZonedDateTime agreed(@Nullable ZonedDateTime a, @Nullable ZonedDateTime b) {
        return Objects.equals(a, b) ? a : null;
    }
}
