package io.quanyi.release.publish.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to restore an earlier release.
 *
 * @param release the number of the earlier release
 * @param effectiveFrom the first instant at which it is in force; absent for now
 * @param note the reason, in each language of the programme
 * @param accept the codes that the publisher accepts; absent for those that the earlier release accepted
 * @param laterReleases the treatment of releases that begin later and contain the content that is taken back: {@code carry} or
 *     {@code keep}; needed only if there are any
 * @param requests requests whose impact the answer states
 */
record RollbackRequest(
        @DecimalMin("1") int release,
        @Nullable OffsetDateTime effectiveFrom,
        BilingualText note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

        @Pattern(regexp = Later.WORDS) @Nullable String laterReleases,

        @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests) {}
