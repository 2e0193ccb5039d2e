package io.quanyi.decision.combination;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.RuleInfo;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Why the outcome is what it is.
 *
 * @param code the reason
 * @param rule the rule that says so, or that stated the term which does; null where the absence of any rule says so, and for a
 *     contract
 */
public record RuleReason(ReasonCode code, @Nullable RuleInfo rule) implements Comparable<RuleReason> {

    private static final Comparator<RuleReason> ORDER =
            Comparator.comparing((RuleReason reason) -> reason.code().code()).thenComparing(RuleReason::ruleId);

    private String ruleId() {
        return rule == null ? "" : rule.id();
    }

    @Override
    public int compareTo(RuleReason other) {
        return ORDER.compare(this, other);
    }
}
