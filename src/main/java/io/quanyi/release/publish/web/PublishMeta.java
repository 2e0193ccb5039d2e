package io.quanyi.release.publish.web;

import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Names;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release is published with, beside its files.
 *
 * @param effectiveFrom from when on it holds; absent is from its publication on
 * @param note why
 * @param accept what is taken upon oneself: {@code not-compared}, that the release has more answers than are looked at
 * @param versions what the parts that are sent shall be called, and which versions of the others are meant
 */
record PublishMeta(
        @Nullable OffsetDateTime effectiveFrom,
        Names note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

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
