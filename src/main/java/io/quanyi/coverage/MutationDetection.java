package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.RuleFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first cases that detect a mutation.
 *
 * @param byAnswer the first case whose answer is wrong; null if no answer is wrong
 * @param byRules the first case with wrong rules firing; null if there is none
 */
record MutationDetection(
        @Nullable NamedCase byAnswer, @Nullable NamedCase byRules) {

    /** Runs cases until one has failed in each way. */
    static MutationDetection of(CaseRun run, List<Case> cases) {
        NamedCase byAnswer = null;
        NamedCase byRules = null;
        for (Case asked : cases) {
            if (byAnswer == null && failsByAnswer(run, asked)) {
                byAnswer = NamedCase.of(asked);
            }
            if (byRules == null && !run.ruleFaults(asked).isEmpty()) {
                byRules = NamedCase.of(asked);
            }
            if (byAnswer != null && byRules != null) {
                break;
            }
        }
        return new MutationDetection(byAnswer, byRules);
    }

    /** Whether a case fails by its answer, or because the rules fail. */
    static boolean failsByAnswer(CaseRun run, Case asked) {
        try {
            return !run.answerFaults(asked).isEmpty();
        } catch (RuleFault | ConflictingTerms e) {
            return true;
        }
    }

    /** Whether no case detects the mutation. */
    boolean isNone() {
        return byAnswer == null && byRules == null;
    }
}
