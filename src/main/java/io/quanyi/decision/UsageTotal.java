package io.quanyi.decision;

import java.math.BigDecimal;
import java.util.List;

/**
 * The usage of a service in a span, in one unit.
 *
 * @param used the amount
 * @param missing the pointers of absent amounts of entries, which count as 0
 */
record UsageTotal(BigDecimal used, List<String> missing) {}
