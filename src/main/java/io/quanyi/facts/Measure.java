package io.quanyi.facts;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The facts of the vendor's own that a request states, such as the number of subscriptions or the day of the last audit. The catalogue
 * declares them as measures of a kind; a condition selects one of them by its id and compares it with values of this kind.
 *
 * @param values the values that the request states, by the id of the measure: numbers, ids, dates, and true or false
 */
@Selected(by = "id", from = Domain.MEASURE, type = BigDecimal.class)
public record Measure(
        @NumberRange(most = 1_000_000_000_000L, decimals = 4)
        Map<String, Object> values) implements Fact {

    /** Keeps a copy. */
    public Measure {
        values = Map.copyOf(values);
    }
}
