package io.quanyi.release;

import io.quanyi.decision.ReleaseId;
import io.quanyi.text.Names;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
 * @param restores the earlier release whose content this one is, where it was published to go back to it
 * @param retry what a repeated call to publish it is known by; null where it was sealed otherwise
 * @param accept what somebody took upon themselves by publishing it; null for nothing
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
        @DecimalMin("1") @Nullable Integer restores,
        @Nullable Retry retry,
        @Pattern(regexp = NOT_COMPARED) @Nullable List<String> accept,
        @Pattern(regexp = DIGEST) String digest) {

    /** It is accepted that a release has more answers than are looked at, so that nobody has said that all are sound. */
    public static final String NOT_COMPARED = "not-compared";

    static final String DIGEST = "sha256:[0-9a-f]{64}";

    /** An entry that accepts nothing. */
    public LedgerEntry(
            int number,
            String policy,
            String catalogue,
            String calendars,
            @Nullable OffsetDateTime effectiveFrom,
            OffsetDateTime publishedAt,
            String publishedBy,
            @Nullable Names note,
            @Nullable Integer restores,
            @Nullable Retry retry,
            String digest) {
        this(
                number,
                policy,
                catalogue,
                calendars,
                effectiveFrom,
                publishedAt,
                publishedBy,
                note,
                restores,
                retry,
                null,
                digest);
    }

    /** Keeps a copy. */
    public LedgerEntry {
        accept = accept == null || accept.isEmpty() ? null : List.copyOf(accept);
    }

    /** Whether it is accepted that not all its answers could be looked at. */
    public boolean acceptsNotCompared() {
        return accept != null && accept.contains(NOT_COMPARED);
    }

    /**
     * What a repeated call is known by.
     *
     * @param key the caller's name for the call
     * @param request the SHA-256 of all that was sent
     */
    public record Retry(
            @Pattern(regexp = "[!-~]{1,64}") String key,
            @Pattern(regexp = DIGEST) String request) {}

    /** Which release of the programme it is. */
    public ReleaseId id(String programme) {
        return new ReleaseId(programme, number, policy, catalogue, calendars, digest);
    }

    /** The instant it holds from; the earliest there is for always. */
    public Instant from() {
        return effectiveFrom == null ? Instant.MIN : effectiveFrom.toInstant();
    }

    boolean isKnownAt(Instant at) {
        return !publishedAt.toInstant().isAfter(at);
    }
}
