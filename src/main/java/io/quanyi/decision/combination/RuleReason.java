package io.quanyi.decision.combination;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.RuleInfo;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reason of a result, with the rule from which it follows.
 *
 * @param code the reason
 * @param rule the rule that states the verdict or the limit; null if the reason follows from the contract or from the absence of any rule
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
