package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * How much of the service may be used in a span of time.
 *
 * @param limit how much, in the unit; reached is still allowed
 * @param unit what is counted
 * @param per the span that the count starts anew with
 */
public record Quota(
        @NumberRange(most = 100_000, decimals = 2) BigDecimal limit,
        @Of(Domain.QUOTA_UNIT) String unit,
        @Of(Domain.QUOTA_PER) String per)
        implements Term.Single {

    /** As authors write it: {@code new Quota(2, "time", "service-year")}. */
    public Quota(double limit, String unit, String per) {
        this(BigDecimal.valueOf(limit), unit, per);
    }
}
