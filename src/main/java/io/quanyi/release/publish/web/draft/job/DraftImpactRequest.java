package io.quanyi.release.publish.web.draft.job;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.impact.CensusCheck;
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
 * @param census customers to count beside each sentence
 */
record DraftImpactRequest(
        @Nullable OffsetDateTime at,

        @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests,

        @Size(max = CensusCheck.MAX_CUSTOMERS) @Nullable List<Subscription> census) {}
