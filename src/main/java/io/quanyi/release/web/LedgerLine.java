package io.quanyi.release.web;

import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Language;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One release, as the ledger has it. */
record LedgerLine(
        int number,
        String policy,
        String catalogue,
        String calendars,
        @Nullable OffsetDateTime effectiveFrom,
        OffsetDateTime publishedAt,
        String publishedBy,
        @Nullable String note,
        @Nullable Integer restores,
        String digest) {

    static LedgerLine of(LedgerEntry entry, Language language) {
        return new LedgerLine(
                entry.number(),
                entry.policy(),
                entry.catalogue(),
                entry.calendars(),
                entry.effectiveFrom(),
                entry.publishedAt(),
                entry.publishedBy(),
                entry.note() == null ? null : entry.note().in(language),
                entry.restores(),
                entry.digest());
    }
}
