package io.quanyi.release.draft;

import io.quanyi.release.LedgerEntry.Retry;
import org.jspecify.annotations.Nullable;

/**
 * A draft that a caller wants to begin.
 *
 * @param programme the id of the programme
 * @param title the subject of the draft
 * @param base the number of the release that it changes; null for the one in force
 * @param restores the number of an earlier release whose files it begins with; null for those of the base
 * @param retry identifies a repeated call; null without a key
 */
public record NewDraft(
        String programme,
        String title,
        @Nullable Integer base,
        @Nullable Integer restores,
        @Nullable Retry retry) {}
