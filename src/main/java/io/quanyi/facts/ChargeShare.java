package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * A price of the service apart from the price of the plan, as a share of another amount.
 *
 * @param from the lowest stated share; 0.07 means 7 %
 * @param to the highest stated share
 * @param of the amount of which it is a share
 * @param per the unit that is charged
 * @param approximate whether the document states the price as approximate
 */
public record ChargeShare(
        @NumberRange(most = 10, decimals = 6) BigDecimal from,
        @NumberRange(most = 10, decimals = 6) BigDecimal to,
        @Of(Domain.SHARE_OF) String of,
        @Of(Domain.CHARGE_PER) String per,
        boolean approximate)
        implements Term.Collected {

    /** As authors write it: {@code new ChargeShare(0.07, 0.10, "contract-amount", "year", true)}. */
    public ChargeShare(double from, double to, String of, String per, boolean approximate) {
        this(BigDecimal.valueOf(from), BigDecimal.valueOf(to), of, per, approximate);
    }
}
