package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * What the service costs beside the plan, as a share of something.
 *
 * @param from the least that the document states; 0.07 is 7 %
 * @param to the most that the document states
 * @param of what it is a share of
 * @param per what is charged for
 * @param approximate whether the document itself says "about"
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
