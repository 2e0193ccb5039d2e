package io.quanyi.decision.web;

import io.quanyi.wire.Problem;

/** What one question of many ends with: a decision, or why there is none. */
sealed interface BatchAnswer {

    /** The status that the question by itself would have been answered with. */
    int status();

    /** A decision. */
    record BatchDecision(int status, DecisionAnswer decision) implements BatchAnswer {}

    /** None. */
    record BatchProblem(int status, Problem problem) implements BatchAnswer {}

    static BatchAnswer of(DecisionAnswer decision) {
        return new BatchDecision(200, decision);
    }

    static BatchAnswer of(Problem problem) {
        return new BatchProblem(problem.status(), problem);
    }
}
