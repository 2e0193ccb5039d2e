package io.quanyi.release.publish.web.impact;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.impact.request.AskedRequests;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to compare two published releases.
 *
 * @param from the number of the earlier release
 * @param to the number of the later release
 * @param at the instant of examples, and of requests without one; absent for the first instant of the later release
 * @param requests requests to decide by both releases
 */
record ComparisonRequest(
        @DecimalMin("1") int from,
        @DecimalMin("1") int to,
        @Nullable OffsetDateTime at,

        @Size(max = AskedRequests.MAX_REQUESTS) @Nullable List<CustomerRequest> requests) {}
