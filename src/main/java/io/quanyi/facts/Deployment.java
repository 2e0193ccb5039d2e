package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The deployment of the product.
 *
 * @param value the kind of deployment
 */
public record Deployment(
        @Of(Domain.DEPLOYMENT) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/deployment") @Nullable String value)
        implements Fact {}
