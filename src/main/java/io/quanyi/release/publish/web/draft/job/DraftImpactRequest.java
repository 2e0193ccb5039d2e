package io.quanyi.release.publish.web.draft.job;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to compare a draft with its base.
 *
 * @param at the instant of examples, and of requests without one; absent for the instant from which the draft is to be in force, or
 *     now if it is not submitted
 * @param requests requests to decide by both
 */
record DraftImpactRequest(
        @Nullable OffsetDateTime at,

        @Size(max = AskedRequests.MOST) @Nullable List<CustomerRequest> requests) {}
