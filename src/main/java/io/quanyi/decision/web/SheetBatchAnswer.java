package io.quanyi.decision.web;

import io.quanyi.decision.web.BatchAnswer.BatchProblem;
import io.quanyi.wire.Problem;

/** The answer to one sheet request of a batch: a sheet or a problem. */
sealed interface SheetBatchAnswer permits SheetBatchAnswer.BatchSheet, BatchProblem {

    /** The HTTP status that the request would have been answered with by itself. */
    int status();

    /** A sheet. */
    record BatchSheet(int status, SheetAnswer sheet) implements SheetBatchAnswer {}

    static SheetBatchAnswer of(SheetAnswer sheet) {
        return new BatchSheet(200, sheet);
    }

    static SheetBatchAnswer of(Problem problem) {
        return new BatchProblem(problem.status(), problem);
    }
}
