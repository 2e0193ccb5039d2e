package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * The contract says how many free remote supports the customer has; there is no such fact where it does not.
 *
 * @param limit how many
 */
public record FreeRemoteSupport(
        @NumberRange(most = 100_000, decimals = 2) BigDecimal limit) implements Listed {}
