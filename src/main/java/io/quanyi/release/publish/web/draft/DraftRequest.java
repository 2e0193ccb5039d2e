package io.quanyi.release.publish.web.draft;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to begin a draft.
 *
 * @param title the subject of the draft
 * @param base the number of the release that it changes; absent for the one in force
 * @param restores the number of an earlier release whose files it begins with; absent for those of the base
 */
record DraftRequest(
        @Size(max = MAX_TITLE) String title,
        @DecimalMin("1") @Nullable Integer base,
        @DecimalMin("1") @Nullable Integer restores) {

    static final int MAX_TITLE = 120;
}
