package io.quanyi.release.publish.web;

import io.quanyi.release.publish.ReplacedSpan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A span of time, and the release that held there. */
record ReplacementLine(
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        @Nullable Integer instead,
        boolean past) {

    /** @param now what ends after it is not past; what begins before it rewrites answers that were given */
    static ReplacementLine of(ReplacedSpan replacement, ZoneId zone, Instant now) {
        Instant from = replacement.from();
        return new ReplacementLine(
                in(zone, from),
                in(zone, replacement.to()),
                replacement.instead() == null ? null : replacement.instead().number(),
                from == null || from.isBefore(now));
    }

    private static @Nullable OffsetDateTime in(ZoneId zone, @Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
