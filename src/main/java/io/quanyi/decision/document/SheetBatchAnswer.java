package io.quanyi.decision.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.document.BatchAnswer.BatchProblem;
import org.jspecify.annotations.Nullable;

/** The answer to one sheet request of a batch: a sheet or a problem, as its {@code kind} tells. */
public sealed interface SheetBatchAnswer extends KeyedAnswer permits SheetBatchAnswer.BatchSheet, BatchProblem {

    /** A sheet. */
    record BatchSheet(
            String kind,
            int status,
            @JsonInclude(Include.NON_NULL) @Nullable String key,
            SheetAnswer sheet) implements SheetBatchAnswer {

        public static final String KIND = "sheet";
    }

    static SheetBatchAnswer of(@Nullable String key, SheetAnswer sheet) {
        return new BatchSheet(BatchSheet.KIND, 200, key, sheet);
    }
}
