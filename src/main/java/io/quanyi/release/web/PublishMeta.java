package io.quanyi.release.web;

import io.quanyi.text.Names;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a release is published with, beside its files.
 *
 * @param effectiveFrom from when on it holds; absent is from its publication on
 * @param note why
 * @param versions what the parts that are sent shall be called, and which versions of the others are meant
 */
record PublishMeta(
        @Nullable OffsetDateTime effectiveFrom,
        Names note,
        @Nullable Versions versions) {

    record Versions(
            @Nullable String policy,
            @Nullable String catalogue,
            @Nullable String calendars) {

        static final Versions NONE = new Versions(null, null, null);
    }

    Versions versionsOrNone() {
        return versions == null ? Versions.NONE : versions;
    }
}
