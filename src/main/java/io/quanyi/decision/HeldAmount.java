package io.quanyi.decision;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Term;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is held against a limit, and the limit.
 *
 * @param rule the rule that states the limit; null for the contract
 * @param term the type of term that is the limit
 * @param limit the greatest permitted amount; for a lead time, the least
 * @param asked the requested amount, together with earlier usage
 */
public record HeldAmount(@Nullable RuleInfo rule, Class<? extends Term> term, BigDecimal limit, BigDecimal asked) {}
