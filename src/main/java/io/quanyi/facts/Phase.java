package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Which phase the customer's project is in.
 *
 * @param value the phase
 */
public record Phase(
        @Of(Domain.PHASE) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/projectPhase") @Nullable String value)
        implements Fact {}
