package io.quanyi.decision.release;

import io.quanyi.facts.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says nothing to a question, and would but for one thing that its condition asks.
 *
 * @param rule the rule
 * @param words what it asks, as the author writes it
 * @param field the field that it asks it of, such as {@code Amount.value}; the type alone where it asks for a fact to be there, or
 *     not to be
 * @param value what the field is now; null where it is absent
 * @param outcome what the rule would say
 */
public record NearMiss(
        RuleInfo rule, String words, String field, @Nullable Object value, Outcome outcome) {}
