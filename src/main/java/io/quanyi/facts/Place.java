package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The place where the product is used.
 *
 * @param region the region of use, not of registration
 */
public record Place(
        @Of(Domain.REGION)
        @Absent(means = Meaning.ASSUMED, pointer = "/subscription/usageRegion", condition = "assumed-region-covered")
        @Nullable String region)
        implements Fact {}
