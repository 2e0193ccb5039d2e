package io.quanyi.release.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.answer.NamedEntry;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matrix of a release: one decision per service and plan and, where they vary by severity, one per severity. */
record MatrixAnswer(ReleaseId release, OffsetDateTime at, List<NamedEntry> plans, List<MatrixRow> services) {

    record MatrixRow(String id, String name, List<MatrixCell> cells) {}

    record MatrixCell(String plan, @JsonUnwrapped MatrixContent content, List<MatrixSeverity> bySeverity) {}

    record MatrixSeverity(
            String severity, String name, @JsonUnwrapped MatrixContent content) {}

    record MatrixContent(
            @Nullable Result outcome,
            @Nullable String grantedByPlan,
            List<String> reasons,
            @Nullable String window,
            @Nullable MatrixPromise response,
            @Nullable MatrixPromise resolution,
            @Nullable MatrixQuota quota,
            List<MatrixCharge> charges,
            List<String> conditions,
            @Nullable String seat,
            @Nullable String priority,
            List<String> dependsOn) {}

    record MatrixPromise(
            BigDecimal amount, String unit, @Nullable String window, String message) {}

    record MatrixQuota(
            BigDecimal limit,
            String unit,
            String per,
            @Nullable BigDecimal each,
            @Nullable String eachUnit) {}

    record MatrixCharge(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String currency,
            @Nullable MatrixShare share,
            String per,
            boolean approximate) {}

    record MatrixShare(BigDecimal from, BigDecimal to, String of) {}
}
