package io.quanyi.release.publish.web;

import io.quanyi.release.change.ReplacedSpan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A span in which the new release is in force, with the release that it replaces. */
record ReplacementLine(
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        @Nullable Integer instead,
        boolean past) {

    /** @param now the instant of publication; a span that begins before it changes answers given earlier */
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
