package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of the contract.
 *
 * @param value the amount as written, compared exactly
 * @param currency the currency of the amount
 */
public record Amount(
        @NumberRange(most = 1_000_000_000_000L, decimals = 4)
        @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/contract/amount")
        @Nullable BigDecimal value,

        @Of(Domain.CURRENCY) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/contract/currency") @Nullable String currency)
        implements Fact {}
