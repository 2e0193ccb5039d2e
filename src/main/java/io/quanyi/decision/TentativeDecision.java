package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.Combination;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A decision from given findings. It is the answer if the findings are all that are known of the question. The search for
 * absent facts assumes further findings.
 *
 * @param decision the decision
 * @param combination the findings, combined
 * @param limits the limits with which the question was compared; null if the findings alone deny the service
 */
record TentativeDecision(
        Decision decision,
        Combination combination,
        @Nullable LimitCheck limits) {

    /** The pointers of the absent facts without which a limit cannot be compared. */
    Set<String> missing() {
        Set<String> pointers = new TreeSet<>();
        if (limits != null) {
            pointers.addAll(limits.missing());
            UsageTotals.Total usage = limits.usage();
            pointers.addAll(usage == null ? Set.of() : usage.missing());
        }
        return pointers;
    }

    /** Whether the result is a denial that follows from no limit. A further term does not change its core. */
    boolean isPlainNo() {
        return limits == null && decision.outcome() == Result.NOT_ENTITLED;
    }
}
