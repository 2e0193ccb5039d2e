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
 * A request to withdraw or postpone a release that is still to come.
 *
 * @param release the number of the release
 * @param until the instant to which it is postponed; absent to withdraw it for good
 * @param note the reason, in each language of the programme
 * @param accept the codes that the publisher accepts; absent for those that each release accepted before
 * @param laterReleases the treatment of releases that begin later and contain the content that is withdrawn: {@code carry} or
 *     {@code keep}; needed only if there are any
 * @param requests requests whose impact the answer states
 */
record WithdrawalRequest(
        @DecimalMin("1") int release,
        @Nullable OffsetDateTime until,
        BilingualText note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

        @Pattern(regexp = Later.WORDS) @Nullable String laterReleases,

        @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests) {}
