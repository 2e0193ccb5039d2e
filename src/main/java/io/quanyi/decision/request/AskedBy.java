package io.quanyi.decision.request;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The person who makes the request, as the request states it.
 *
 * @param certified whether the requester is a registered and certified user of the product
 * @param submittedBy the kind of organisation that files the request
 */
public record AskedBy(
        @Nullable Boolean certified,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String submittedBy) {

    static final AskedBy UNKNOWN = new AskedBy(null, null);
}
