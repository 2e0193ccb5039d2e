package io.quanyi.decision.release;

import io.quanyi.servicetime.Deadline;
import io.quanyi.servicetime.Pauses;
import io.quanyi.servicetime.Schedule;
import io.quanyi.servicetime.Schedule.Count;
import io.quanyi.servicetime.Span;
import io.quanyi.servicetime.Target;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a window with the holidays of its calendar. If the hours on some holidays are not announced (reading A49) there are two possible
 * schedules, and only times that are equal in both are known.
 *
 * @param closed the schedule with the window closed on the holidays that are not announced
 * @param open the schedule with the window open on them; the same object if all are announced
 */
public record WindowHours(Schedule closed, Schedule open) {

    /** Hours that are all announced. */
    public WindowHours(Schedule schedule) {
        this(schedule, schedule);
    }

    /** Whether the window is open; null if that is not announced. */
    public @Nullable Boolean isOpen(Instant at) {
        boolean isOpen = closed.isOpen(at);
        return (closed == open || isOpen == open.isOpen(at)) ? Boolean.valueOf(isOpen) : null;
    }

    /** The time at which the open window closes; null if it is closed, never closes, or that is not announced. */
    public @Nullable ZonedDateTime closesAt(Instant at) {
        return agreed(closed.closesAt(at), open.closesAt(at));
    }

    /** The time at which the closed window opens; null if it is open or that is not announced. */
    public @Nullable ZonedDateTime opensAt(Instant at) {
        return agreed(closed.opensAt(at), open.opensAt(at));
    }

    /**
     * The deadline of a target time for a case with pauses, with at most the given number of counted spans; null if it is not
     * announced.
     */
    public @Nullable Deadline deadline(Target target, Instant from, Pauses pauses, int most) {
        Deadline deadline = closed.deadline(target, from, pauses, most);
        return closed == open || open.deadline(target, from, pauses, most).equals(deadline) ? deadline : null;
    }

    /** The time that a target's clock counts between two instants; null if it is not announced. */
    public @Nullable Count counted(Target target, Instant from, Pauses pauses, Instant until) {
        Count count = closed.counted(target, from, pauses, until);
        return closed == open || open.counted(target, from, pauses, until).equals(count) ? count : null;
    }

    /** The length of a target time in seconds of its own clock. */
    public long seconds(Target target) {
        return closed.seconds(target);
    }

    /** All spans that a target time counts from an instant; empty if its deadline is not announced. */
    public List<Span> spans(Target target, Instant from, Pauses pauses) {
        Deadline deadline = deadline(target, from, pauses, Integer.MAX_VALUE);
        return deadline == null ? List.of() : deadline.counted();
    }

    /** Whether answers about an instant rest on dates beyond the calendar. */
    public boolean beyondCalendar(Instant at) {
        return closed.beyondCalendar(at);
    }

    private static @Nullable ZonedDateTime agreed(@Nullable ZonedDateTime a, @Nullable ZonedDateTime b) {
        return Objects.equals(a, b) ? a : null;
    }
}
