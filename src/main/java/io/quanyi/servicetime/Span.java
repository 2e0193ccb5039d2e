package io.quanyi.servicetime;

import java.time.Duration;
import java.time.ZonedDateTime;

/** A stretch of service time that was counted towards a target: half-open, never empty (reading A08), both ends in the same zone. */
public record Span(ZonedDateTime from, ZonedDateTime to) {

    /** Refuses ends out of order or in different zones ({@link IllegalArgumentException}). */
    public Span {
        if (!from.isBefore(to) || !from.getZone().equals(to.getZone())) {
            throw new IllegalArgumentException("%s to %s is no span".formatted(from, to));
        }
    }

    /** The time that really passes between the ends, also across a change of the clocks. */
    Duration length() {
        return Duration.between(from, to);
    }
}
