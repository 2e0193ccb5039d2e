package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The phase of the project of the customer.
 *
 * @param value the phase
 */
public record Phase(
        @Of(Domain.PHASE) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/projectPhase") @Nullable String value)
        implements Fact {}
