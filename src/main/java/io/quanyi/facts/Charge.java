package io.quanyi.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the service costs beside the plan.
 *
 * @param from the least that the document states
 * @param to the most that the document states; null where it is open above
 * @param currency of the amounts
 * @param per what is charged for
 * @param approximate whether the document itself says "about"
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

    /** A charge that is open above. */
    public Charge(double from, String currency, String per, boolean approximate) {
        this(BigDecimal.valueOf(from), null, currency, per, approximate);
    }
}
