package io.quanyi.release.draft;

import java.time.OffsetDateTime;

/**
 * The approval of a draft by one person, for publication as it is.
 *
 * @param by the name of the caller who approved it
 * @param at when
 * @param digest the digest of the approved content: the files, the base and the plan
 */
public record DraftApproval(String by, OffsetDateTime at, String digest) {}
