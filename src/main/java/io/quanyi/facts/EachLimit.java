package io.quanyi.facts;

import java.math.BigDecimal;

/**
 * The limit of a single use.
 *
 * @param limit the greatest permitted amount
 * @param unit the counted unit
 */
public record EachLimit(
        @NumberRange(most = 100_000, decimals = 2) BigDecimal limit,
        @Of(Domain.QUOTA_UNIT) String unit) implements Term.Single {

    /** As authors write it: {@code new EachLimit(2, "person-day")}. */
    public EachLimit(double limit, String unit) {
        this(BigDecimal.valueOf(limit), unit);
    }
}
