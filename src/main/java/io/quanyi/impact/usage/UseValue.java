package io.quanyi.impact.usage;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The amounts and the usage for which one value of the dimension stands; null for an absent member.
 *
 * @param quantity the requested quantity
 * @param personDays the requested person-days
 * @param size the size of the group
 * @param start the days to the requested start
 * @param used the usage in each span, apart from shorter ones
 */
record UseValue(
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal personDays,
        @Nullable BigDecimal size,
        @Nullable BigDecimal start,
        @Nullable List<UsageSum> used) {

    /** The value with the used and requested person-days of another. */
    UseValue with(UseValue days) {
        List<UsageSum> own = used;
        List<UsageSum> more = days.used;
        List<UsageSum> both = own == null || more == null
                ? null
                : IntStream.range(0, own.size())
                        .mapToObj(i -> own.get(i).plus(more.get(i)))
                        .toList();
        return new UseValue(quantity, days.personDays, size, start, both);
    }
}
