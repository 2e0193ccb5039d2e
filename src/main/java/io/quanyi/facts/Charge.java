package io.quanyi.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price of the service apart from the price of the plan.
 *
 * @param from the lowest stated amount
 * @param to the highest stated amount; null if none is stated
 * @param currency the currency of the amounts
 * @param per the unit that is charged
 * @param approximate whether the document states the price as approximate
 */
public record Charge(
        @NumberRange(most = 1_000_000_000, decimals = 4) BigDecimal from,

        @NumberRange(most = 1_000_000_000, decimals = 4) @Nullable BigDecimal to,

        @Of(Domain.CURRENCY) String currency,
        @Of(Domain.CHARGE_PER) String per,
        boolean approximate)
        implements Term.Collected {

    /** As authors write it: {@code new Charge(200, 300, "CNY", "incident", true)}. */
    public Charge(double from, double to, String currency, String per, boolean approximate) {
        this(BigDecimal.valueOf(from), BigDecimal.valueOf(to), currency, per, approximate);
    }

    /** A price without an upper end. */
    public Charge(double from, String currency, String per, boolean approximate) {
        this(BigDecimal.valueOf(from), null, currency, per, approximate);
    }
}
