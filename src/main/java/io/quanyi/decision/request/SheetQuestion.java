package io.quanyi.decision.request;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The members of a question that are equal for all services of a sheet.
 *
 * @param at the instant of the question, with its offset; absent means now
 * @param topic the kind of issue
 * @param severity the severity of the issue
 * @param requester the requester
 */
public record SheetQuestion(
        @Nullable OffsetDateTime at,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String topic,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String severity,

        @Nullable AskedBy requester) {}
