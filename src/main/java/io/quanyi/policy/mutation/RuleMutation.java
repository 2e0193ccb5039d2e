package io.quanyi.policy.mutation;

import io.quanyi.policy.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A mutation of one rule.
 *
 * @param rule the original rule
 * @param kind the kind of mutation
 * @param what the changed text, as DRL
 * @param instead the replacement; empty if the text is dropped
 * @param changed the mutated rule; null if the rule is dropped
 */
record RuleMutation(
        Rule rule,
        MutationKind kind,
        String what,
        String instead,
        @Nullable Rule changed) {}
