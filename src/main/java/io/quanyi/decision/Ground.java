package io.quanyi.decision;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Why the outcome is what it is.
 *
 * @param code the reason
 * @param rule the rule that says so, or that stated the term which does; null where the absence of any rule says so, and for a
 *     contract
 */
record Ground(GroundCode code, @Nullable RuleInfo rule) implements Comparable<Ground> {

    private static final Comparator<Ground> ORDER =
            Comparator.comparing((Ground ground) -> ground.code().code()).thenComparing(Ground::ruleId);

    private String ruleId() {
        return rule == null ? "" : rule.id();
    }

    @Override
    public int compareTo(Ground other) {
        return ORDER.compare(this, other);
    }
}
