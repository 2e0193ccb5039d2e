package io.quanyi.release;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release as the ledger records it. The versions that it names never change.
 *
 * @param number from 1 on, without gaps
 * @param policy version of the rules
 * @param catalogue version of the catalogue
 * @param calendars version of the calendars
 * @param effectiveFrom the first instant at which it is in force; null for no lower bound
 * @param publishedAt the instant of its publication
 * @param publishedBy the name of its publisher
 * @param note the reason for the publication, in each language of the programme
 * @param restores the number of the earlier release that it restores; null if it is no rollback
 * @param retry identifies repeated calls of this publication; null if it was not published over HTTP with a key
 * @param accept the codes that its publisher accepted; null for none
 * @param digest the SHA-256 of the files of the release
 */
public record LedgerEntry(
        @DecimalMin("1") int number,
        String policy,
        String catalogue,
        String calendars,
        @Nullable OffsetDateTime effectiveFrom,
        OffsetDateTime publishedAt,
        String publishedBy,
        @Nullable BilingualText note,
        @DecimalMin("1") @Nullable Integer restores,
        @Nullable Retry retry,
        @Pattern(regexp = NOT_COMPARED) @Nullable List<String> accept,
        @Pattern(regexp = DIGEST) String digest) {

    /** The code for accepting that the release has more answers than can be checked. */
    public static final String NOT_COMPARED = "not-compared";

    static final String DIGEST = "sha256:[0-9a-f]{64}";

    /** Keeps a copy of the list; an empty list becomes null. */
    public LedgerEntry {
        accept = accept == null || accept.isEmpty() ? null : List.copyOf(accept);
    }

    /** The entry of a release; see the components for the other values. */
    public static LedgerEntry of(
            ReleaseId id,
            @Nullable OffsetDateTime effectiveFrom,
            OffsetDateTime publishedAt,
            String publishedBy,
            BilingualText note,
            @Nullable Integer restores,
            @Nullable Retry retry,
            @Nullable List<String> accept) {
        return new LedgerEntry(
                id.number(),
                id.policy(),
                id.catalogue(),
                id.calendars(),
                effectiveFrom,
                publishedAt,
                publishedBy,
                note,
                restores,
                retry,
                accept,
                id.digest());
    }

    /** Whether its publisher accepted that not all answers could be checked. */
    public boolean acceptsNotCompared() {
        return accept != null && accept.contains(NOT_COMPARED);
    }

    /**
     * The identity of a publishing call, by which a repetition is recognised.
     *
     * @param key the key that the caller sent
     * @param request the SHA-256 of everything that the caller sent
     */
    public record Retry(
            @Pattern(regexp = "[!-~]{1,64}") String key,
            @Pattern(regexp = DIGEST) String request) {}

    /** The id of the release. */
    public ReleaseId id(String programme) {
        return new ReleaseId(programme, number, policy, catalogue, calendars, digest);
    }

    /** The instant from which the release is in force; {@link Instant#MIN} for no lower bound. */
    public Instant from() {
        return effectiveFrom == null ? Instant.MIN : effectiveFrom.toInstant();
    }

    /** The first instant of the release: that from which it is in force, or that of its publication where there is no lower bound. */
    public Instant begin() {
        return (effectiveFrom == null ? publishedAt : effectiveFrom).toInstant();
    }

    boolean isKnownAt(Instant at) {
        return !publishedAt.toInstant().isAfter(at);
    }
}
