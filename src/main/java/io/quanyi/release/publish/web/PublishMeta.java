package io.quanyi.release.publish.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a publication apart from its files.
 *
 * @param effectiveFrom the first instant at which it is in force; absent for its publication
 * @param note the reason, in each language of the programme
 * @param accept the codes that the publisher accepts: {@code not-compared}, that the release has more answers than can be checked
 * @param laterReleases the treatment of releases that begin later and lack the change: {@code carry} or {@code keep};
 *     needed only if there are any
 * @param requests requests whose impact the answer states
 * @param versions names of the new versions, and existing versions of the other parts
 */
record PublishMeta(
        @Nullable OffsetDateTime effectiveFrom,
        BilingualText note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

        @Pattern(regexp = Later.WORDS) @Nullable String laterReleases,

        @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests,

        @Nullable Versions versions) {

    record Versions(
            @Nullable String policy,
            @Nullable String catalogue,
            @Nullable String calendars) {

        static final Versions NONE = new Versions(null, null, null);
    }

    Versions versionsOrNone() {
        return versions == null ? Versions.NONE : versions;
    }
}
