package io.quanyi.release.draft;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a submitted draft is to be published. It is approved together with the files.
 *
 * @param effectiveFrom the first instant at which the release is in force; null for its publication
 * @param note the reason, in each language of the programme
 * @param accept the codes that are accepted; null for none
 * @param laterReleases the treatment of releases that begin later and lack the change; null if it is not stated
 * @param submittedBy the name of the caller who submitted it
 * @param submittedAt when
 */
public record DraftPlan(
        @Nullable OffsetDateTime effectiveFrom,
        BilingualText note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

        @Pattern(regexp = Later.WORDS) @Nullable String laterReleases,

        String submittedBy,
        OffsetDateTime submittedAt) {}
