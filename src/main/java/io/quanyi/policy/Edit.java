package io.quanyi.policy;

import org.jspecify.annotations.Nullable;

/**
 * One thing written otherwise in one rule.
 *
 * @param rule the rule as it is
 * @param kind what is done to it
 * @param what the piece that is changed, as the author writes it
 * @param instead what stands there then; empty for nothing
 * @param changed the rule as it then is; null for none
 */
record Edit(
        Rule rule,
        Variant.Kind kind,
        String what,
        String instead,
        @Nullable Rule changed) {}
