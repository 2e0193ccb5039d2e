package io.quanyi.decision.web;

import io.quanyi.wire.Problem;

/** The answer to one request of a batch: a decision or a problem. */
sealed interface BatchAnswer {

    /** The HTTP status that the request would have been answered with by itself. */
    int status();

    /** A request that was decided. */
    record BatchDecision(int status, DecisionAnswer decision) implements BatchAnswer {}

    /** A request that was refused. */
    record BatchProblem(int status, Problem problem) implements BatchAnswer, SheetBatchAnswer {}

    static BatchAnswer of(DecisionAnswer decision) {
        return new BatchDecision(200, decision);
    }

    static BatchAnswer of(Problem problem) {
        return new BatchProblem(problem.status(), problem);
    }
}
