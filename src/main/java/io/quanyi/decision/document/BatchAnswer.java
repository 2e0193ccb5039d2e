package io.quanyi.decision.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.wire.Problem;
import org.jspecify.annotations.Nullable;

/** The answer to one question of a batch: a decision or a problem, as its {@code kind} tells. */
public sealed interface BatchAnswer extends KeyedAnswer permits BatchAnswer.BatchDecision, BatchAnswer.BatchProblem {

    /** A question that was decided. */
    record BatchDecision(
            String kind,
            int status,
            @JsonInclude(Include.NON_NULL) @Nullable String key,
            String core,
            DecisionAnswer decision)
            implements BatchAnswer {}

    /** A request that was refused. */
    record BatchProblem(
            String kind,
            int status,
            @JsonInclude(Include.NON_NULL) @Nullable String key,
            Problem problem) implements BatchAnswer, SheetBatchAnswer {

        public static final String KIND = "problem";

        public static BatchProblem of(@Nullable String key, Problem problem) {
            return new BatchProblem(KIND, problem.status(), key, problem);
        }
    }

    static BatchAnswer of(@Nullable String key, AnswerWithCore decided) {
        return new BatchDecision(DecisionAnswer.KIND, 200, key, decided.core(), decided.answer());
    }
}
