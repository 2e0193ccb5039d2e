package io.quanyi.release.publish.web.draft;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to submit a draft.
 *
 * @param effectiveFrom the first instant at which its release is in force; absent for its publication
 * @param note the reason, in each language of the programme
 * @param accept the codes that are accepted, as for a publication
 * @param laterReleases the treatment of releases that begin later and lack the change; needed only if there are any
 */
record DraftPlanRequest(
        @Nullable OffsetDateTime effectiveFrom,
        BilingualText note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

        @Pattern(regexp = Later.WORDS) @Nullable String laterReleases) {}
