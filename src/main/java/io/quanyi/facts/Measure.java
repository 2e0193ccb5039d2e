package io.quanyi.facts;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The numbers of the vendor's own that a request states, such as the number of subscriptions. The catalogue declares them as measures;
 * a condition selects one of them by its id and compares it with numbers.
 *
 * @param values the numbers that the request states, by the id of the measure
 */
@Selected(by = "id", from = Domain.MEASURE, type = BigDecimal.class)
public record Measure(
        @NumberRange(most = 1_000_000_000_000L, decimals = 4)
        Map<String, BigDecimal> values) implements Fact {

    /** Keeps a copy. */
    public Measure {
        values = Map.copyOf(values);
    }
}
