package io.quanyi.decision;

import io.quanyi.decision.release.RuleInfo;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How near a question comes to a limit.
 *
 * @param rule the rule that states the limit; null for the contract
 * @param limit how much there may be, or in the case of a lead time how much there must be
 * @param asked how much there would be, with what was used before
 */
public record LimitMeasure(@Nullable RuleInfo rule, BigDecimal limit, BigDecimal asked) {}
