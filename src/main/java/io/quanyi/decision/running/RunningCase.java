package io.quanyi.decision.running;

import io.quanyi.servicetime.Pauses;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of a running case. Its clocks start with the question's instant and stop in the pauses; the clock of the response
 * ends with the response, and that of the resolution with the resolution. A resolution is a response, too.
 *
 * @param at the instant of the question, at which the clocks start; null if the request has none
 * @param pauses the pauses, in any order
 * @param asOf the instant as of which counted and remaining times are taken; null if the request has none
 * @param respondedAt the instant of the response; null if there was none, or only a resolution
 * @param resolvedAt the instant of the resolution; null if there was none
 */
public record RunningCase(
        @Nullable OffsetDateTime at,
        List<CasePause> pauses,
        @Nullable OffsetDateTime asOf,
        @Nullable OffsetDateTime respondedAt,
        @Nullable OffsetDateTime resolvedAt) {

    static final String PAUSES = "/question/pauses";
    static final String AS_OF = "/question/asOf";
    static final String RESPONDED = "/question/respondedAt";
    static final String RESOLVED = "/question/resolvedAt";

    /**
     * The instant as of which times are taken if the request names none: now, but no instant before one that the case states to
     * have passed. Clocks of two computers differ by some seconds.
     */
    public OffsetDateTime asOfOr(Instant now) {
        return asOf != null
                ? asOf
                : Stream.of(now.atOffset(ZoneOffset.UTC), at, respondedAt, resolvedAt)
                        .filter(Objects::nonNull)
                        .max(OffsetDateTime.timeLineOrder())
                        .orElseThrow();
    }

    /**
     * The pauses of its clocks.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public Pauses clockPauses() {
        return Pauses.of(pauses.stream().map(CasePause::asPause).toList());
    }

    /** The members that the case states, as pointers; an empty list of pauses states nothing. */
    public Set<String> stated() {
        Set<String> stated = new TreeSet<>();
        addIf(!pauses.isEmpty(), PAUSES, stated);
        addIf(asOf != null, AS_OF, stated);
        addIf(respondedAt != null, RESPONDED, stated);
        addIf(resolvedAt != null, RESOLVED, stated);
        return stated;
    }

    /** The course of the clock of the response, which ends with the resolution at the latest. */
    public CourseOfClock ofResponse() {
        return respondedAt == null ? clock(resolvedAt, RESOLVED) : clock(respondedAt, RESPONDED);
    }

    /** The course of the clock of the resolution. */
    public CourseOfClock ofResolution() {
        return clock(resolvedAt, RESOLVED);
    }

    private CourseOfClock clock(@Nullable OffsetDateTime ended, String pointer) {
        OffsetDateTime read = Objects.requireNonNull(asOf, "checked with the request");
        return new CourseOfClock(
                this, read.toInstant(), ended == null ? null : ended.toInstant(), Set.of(PAUSES, AS_OF, pointer));
    }

    private static void addIf(boolean is, String pointer, Set<String> to) {
        if (is) {
            to.add(pointer);
        }
    }
}
