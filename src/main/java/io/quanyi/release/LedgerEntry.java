package io.quanyi.release;

import io.quanyi.decision.ReleaseId;
import io.quanyi.text.Names;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One release, as the ledger records it. What it names never changes.
 *
 * @param number from 1 on, without gaps
 * @param policy version of the rules
 * @param catalogue version of the catalogue
 * @param calendars version of the calendars
 * @param effectiveFrom from when on it holds; null for always
 * @param publishedAt when it became known
 * @param publishedBy who published it
 * @param note why
 * @param digest the SHA-256 of its files
 */
public record LedgerEntry(
        @DecimalMin("1") int number,
        String policy,
        String catalogue,
        String calendars,
        @Nullable OffsetDateTime effectiveFrom,
        OffsetDateTime publishedAt,
        String publishedBy,
        @Nullable Names note,
        @Pattern(regexp = "sha256:[0-9a-f]{64}") String digest) {

    ReleaseId id(String programme) {
        return new ReleaseId(programme, number, policy, catalogue, calendars, digest);
    }

    boolean isEffectiveAt(Instant at) {
        return effectiveFrom == null || !effectiveFrom.toInstant().isAfter(at);
    }

    boolean isKnownAt(Instant at) {
        return !publishedAt.toInstant().isAfter(at);
    }
}
