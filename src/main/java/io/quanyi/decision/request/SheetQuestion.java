package io.quanyi.decision.request;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all services of a sheet.
 *
 * @param at the instant asked about, with its offset; absent is now
 * @param topic the kind of issue
 * @param severity how grave it is
 * @param requester who asks
 */
public record SheetQuestion(
        @Nullable OffsetDateTime at,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String topic,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String severity,

        @Nullable AskedBy requester) {}
