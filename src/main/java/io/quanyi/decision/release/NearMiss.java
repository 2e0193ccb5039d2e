package io.quanyi.decision.release;

import io.quanyi.facts.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A rule that did not fire and would if one condition were left out.
 *
 * @param rule the rule
 * @param words the condition, as written in the rule
 * @param field the field that the condition tests, such as {@code Amount.value}; only the fact type if the condition is about whether there
 *     is such a fact
 * @param value the present value of the field; null if it is absent
 * @param outcome the outcome that the rule would state
 */
public record NearMiss(
        RuleInfo rule, String words, String field, @Nullable Object value, Outcome outcome) {}
