package io.quanyi.release.publish.web;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The form that publishes calendars in all programmes, as the API description shows it. {@link CalendarParts} reads it.
 *
 * @param meta when they come into force, and the reason
 * @param calendars a zip of calendar files
 */
record CalendarForm(CalendarMeta meta, @Nullable Resource calendars) {

    /**
     * The data of a publication apart from its files.
     *
     * @param effectiveFrom the first instant at which they are in force; absent for their publication
     * @param note the reason, in each language of the programme
     * @param accept the codes that the publisher accepts; absent for those that each replaced release accepts
     * @param requests requests, about any programme, whose impact the answer states
     * @param versions the name of the new version, or an existing one
     */
    record CalendarMeta(
            @Nullable OffsetDateTime effectiveFrom,
            BilingualText note,

            @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept,

            @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests,

            @Nullable CalendarVersion versions) {}

    /** A version of the calendars. */
    record CalendarVersion(@Nullable String calendars) {}
}
