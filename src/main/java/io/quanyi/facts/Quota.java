package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * The quota of the service in a span of time.
 *
 * @param limit the greatest permitted amount
 * @param unit the counted unit
 * @param per the span after which the count starts again
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
