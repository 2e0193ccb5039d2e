package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.Combination;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answer that given findings make.
 *
 * @param combination the findings, combined
 * @param limits the limits that the question was held against; null if the answer is negative before limits
 */
record AnswerDraft(
        Decision decision,
        Combination combination,
        @Nullable LimitCheck limits) {

    /** The absent facts that a limit cannot be held against without, as pointers. */
    Set<String> missing() {
        Set<String> pointers = new TreeSet<>();
        if (limits != null) {
            pointers.addAll(limits.missing());
            UsageTotals.Total usage = limits.usage();
            pointers.addAll(usage == null ? Set.of() : usage.missing());
        }
        return pointers;
    }

    /** Whether it is a no that no limit brought about: a term more is then not seen. */
    boolean isPlainNo() {
        return limits == null && decision.outcome() == Result.NOT_ENTITLED;
    }
}
