package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.SearchBudget;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Decides changed requests within a budget. */
final class ChangeTrials {

    private final CheckedQuestion question;
    private final SearchBudget budget;
    private int left;

    /**
     * Begins without decisions.
     *
     * @param question the question whose request is changed; a changed request without an instant has the instant of the question
     * @param decisions how many decisions may be made
     * @param tentative how many tentative decisions they may cost together
     */
    ChangeTrials(CheckedQuestion question, int decisions, int tentative) {
        this.question = question;
        this.left = decisions;
        this.budget = SearchBudget.ofTrials(tentative);
    }

    /** The question whose request is changed. */
    CheckedQuestion question() {
        return question;
    }

    /** The decision of a changed request; null if the request is refused or the budget is spent. */
    @Nullable Decision decide(DecisionRequest changed) {
        if (isSpent()) {
            return null;
        }
        left--;
        try {
            return CheckedQuestion.of(changed, question.release(), changed.instant(question.at()))
                    .decision(budget);
        } catch (RequestRefused e) {
            return null;
        }
    }

    /** Whether the budget is spent, so that no more is decided. */
    boolean isSpent() {
        return left <= 0 || budget.isSpent();
    }
}
