package io.quanyi.workshop.matrix;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The target times of a release by plan and by further conditions, as a table states them from which rules are made.
 *
 * @param release the release that decides
 * @param draft whether the release is the draft
 * @param at the instant of the requests
 * @param by the conditions beside the plan
 * @param rows one row for each service with target times, each plan and each combination of values
 */
record TargetReport(ReleaseId release, boolean draft, OffsetDateTime at, List<String> by, List<Row> rows) {

    /**
     * A row.
     *
     * @param values the values of the conditions, without those that the rules of the service do not name
     * @param outcome the result; null if it depends on a fact that the row does not state
     * @param dependsOn the members on which it depends
     */
    record Row(
            String service,
            String plan,
            Map<String, String> values,
            @Nullable Result outcome,
            @Nullable TargetTime response,
            @Nullable TargetTime resolution,
            List<String> dependsOn) {}

    /** A target time with the window in which it is counted; null if it is counted without one. */
    record TargetTime(
            BigDecimal amount, String unit, @Nullable String window) {}
}
