package io.quanyi.decision;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was used of a service in a span, in one unit.
 *
 * @param used how much
 * @param missing the pointers of what entries lack to be counted in this unit; they count as nothing
 */
record UsageTotal(BigDecimal used, List<String> missing) {}
