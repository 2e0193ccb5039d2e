package io.quanyi.mcp;

import jakarta.validation.constraints.DecimalMin;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool about a service in a release of a programme: the one in force at an instant, by default now, or a numbered one.
 *
 * @param programme the programme, by id
 * @param service the service, by id
 * @param at the instant at which the release is in force
 * @param release the number of the release
 */
record ServiceArguments(
        String programme,
        String service,
        @Nullable OffsetDateTime at,
        @DecimalMin("1") @Nullable Integer release) {}
