package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * The number of free remote supports that the contract grants; there is no such fact if it states none.
 *
 * @param limit the number
 */
public record FreeRemoteSupport(
        @NumberRange(most = 100_000, decimals = 2) BigDecimal limit) implements Listed {}
