package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * How the product runs.
 *
 * @param value the kind of deployment
 */
public record Deployment(
        @Of(Domain.DEPLOYMENT) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/deployment") @Nullable String value)
        implements Fact {}
