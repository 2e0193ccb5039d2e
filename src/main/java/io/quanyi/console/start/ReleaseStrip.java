package io.quanyi.console.start;

import io.quanyi.release.Timeline.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The releases of a programme as a strip of {@value #WIDTH} units from the left: a bar for the span in which each is in force, and a line at
 * the present. A span without a lower or upper bound reaches a tenth of the strip beyond the first or last instant.
 */
final class ReleaseStrip {

    private static final int WIDTH = 1000;
    private static final int MARGIN = WIDTH / 10;

    /** The width of a strip all of whose instants are one. */
    private static final Duration MIN_SPAN = Duration.ofDays(1);

    private final Instant first;
    private final long seconds;
    private final Instant now;

    private ReleaseStrip(Instant first, long seconds, Instant now) {
        this.first = first;
        this.seconds = seconds;
        this.now = now;
    }

    /** The bars and the line; none for a programme with less than two spans, which have nothing to compare. */
    static List<Map<String, Object>> of(List<Span> spans, Instant now) {
        if (spans.size() < 2) {
            return List.of();
        }
        List<Instant> instants = new ArrayList<>(List.of(now));
        spans.stream().map(Span::from).filter(from -> from != null).forEach(instants::add);
        instants.sort(null);
        Instant first = instants.get(0);
        long seconds = Math.max(
                Duration.between(first, instants.get(instants.size() - 1)).toSeconds(), MIN_SPAN.toSeconds());
        ReleaseStrip strip = new ReleaseStrip(first, seconds, now);
        return List.of(Map.of(
                "bars", spans.stream().map(strip::bar).toList(),
                "now", strip.place(now)));
    }

    private Map<String, Object> bar(Span span) {
        int from = span.from() == null ? 0 : place(span.from());
        int to = span.to() == null ? WIDTH : place(span.to());
        return Map.of("x", from, "width", Math.max(1, to - from), "kind", kind(span));
    }

    private String kind(Span span) {
        if (isAfter(span.from())) {
            return "coming";
        }
        return span.to() == null || isAfter(span.to()) ? "now" : "over";
    }

    private boolean isAfter(@Nullable Instant instant) {
        return instant != null && instant.isAfter(now);
    }

    private int place(Instant instant) {
        return (int) (MARGIN
                + (WIDTH - 2 * MARGIN) * Duration.between(first, instant).toSeconds() / seconds);
    }
}
