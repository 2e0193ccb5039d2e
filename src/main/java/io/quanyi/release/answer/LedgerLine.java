package io.quanyi.release.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Language;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a ledger. */
public record LedgerLine(
        int number,
        String policy,
        String catalogue,
        String calendars,
        @Nullable OffsetDateTime effectiveFrom,
        OffsetDateTime publishedAt,
        String publishedBy,
        @Nullable String note,
        @Nullable Integer restores,
        @JsonInclude(Include.NON_NULL) @Nullable List<String> accept,
        String digest) {

    /** The line of an entry, in a language. */
    public static LedgerLine of(LedgerEntry entry, Language language) {
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
                entry.accept(),
                entry.digest());
    }
}
