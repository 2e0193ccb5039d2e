package io.quanyi.coverage;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.ConflictingTerms;
import io.quanyi.decision.RuleFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cases that notice a slip.
 *
 * @param byAnswer the first whose answer is not what it must be; null if there is none
 * @param byRules the first in which other rules fire than must; null if there is none
 */
record Notice(@Nullable NamedCase byAnswer, @Nullable NamedCase byRules) {

    /** Runs cases until they have noticed in both ways, or there are no more. */
    static Notice of(CaseRun run, List<Case> cases) {
        NamedCase byAnswer = null;
        NamedCase byRules = null;
        for (Case asked : cases) {
            if (byAnswer == null && isOtherwise(run, asked)) {
                byAnswer = NamedCase.of(asked);
            }
            if (byRules == null && !run.ruleFaults(asked).isEmpty()) {
                byRules = NamedCase.of(asked);
            }
            if (byAnswer != null && byRules != null) {
                break;
            }
        }
        return new Notice(byAnswer, byRules);
    }

    /** No answer at all is another answer, too. */
    static boolean isOtherwise(CaseRun run, Case asked) {
        try {
            return !run.answerFaults(asked).isEmpty();
        } catch (RuleFault | ConflictingTerms e) {
            return true;
        }
    }

    boolean isNone() {
        return byAnswer == null && byRules == null;
    }
}
