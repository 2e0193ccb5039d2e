package io.quanyi.decision.running;

import io.quanyi.decision.answer.Decision.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of a running case as far as one of its clocks reads it.
 *
 * @param running the course of the case
 * @param asOf the instant as of which the clock is read
 * @param ended the instant of the response or resolution that ended the clock; null if the clock still runs
 * @param read the members that this clock reads, as pointers
 */
public record CourseOfClock(
        RunningCase running, Instant asOf, @Nullable Instant ended, Set<String> read) {

    /** The instant up to which the clock counts: its end or, while it runs, the instant as of which it is read. */
    public Instant until() {
        return ended == null ? asOf : ended;
    }

    /**
     * The progress towards a target. At the instant at which it is due, a target is not missed yet.
     *
     * @param target the length of the target in seconds of its own clock
     * @param counted the time counted by the target's own clock
     * @param due the instant at which the target is used up; null if the case waits without an end before
     * @param zone the zone in which instants are answered
     */
    public Progress progress(long target, Duration counted, @Nullable Instant due, ZoneId zone) {
        boolean missed = due != null && until().isAfter(due);
        Instant pausedSince = running.clockPauses().startOfPauseAt(until());
        String state = missed ? "missed" : ended != null ? "met" : pausedSince != null ? "paused" : "running";
        Instant since = missed ? due : ended != null ? ended : pausedSince;
        return new Progress(
                asOf.atZone(zone).toOffsetDateTime(),
                state,
                local(since, zone),
                local(ended, zone),
                counted.toSeconds(),
                target - counted.toSeconds());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
