package io.quanyi.workshop.matrix;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of services and plans, in one language.
 *
 * @param release the release that decides
 * @param draft whether the release is the draft
 * @param at the instant of the requests
 * @param plans the columns
 * @param services the rows
 */
record MatrixReport(ReleaseId release, boolean draft, OffsetDateTime at, List<Named> plans, List<Line> services) {

    /** A plan with its id and name. */
    record Named(String id, String name) {}

    /** A row: a service with its cells, one for each plan. */
    record Line(String id, String name, List<Cell> cells) {}

    /**
     * A cell: the result for a service in a plan.
     *
     * @param bySeverity the result for each severity; empty if all severities are alike
     */
    record Cell(String plan, @JsonUnwrapped Content content, List<OfSeverity> bySeverity) {}

    /** The result for one severity; {@code conditions} contains the words of those that not every severity has. */
    record OfSeverity(
            String severity, String name, @JsonUnwrapped Content content, List<String> conditions) {}

    /** A result; {@code text} contains its short lines. */
    record Content(
            @Nullable Result outcome,
            List<String> text,
            List<String> reasons,
            @Nullable String window,
            Decision.@Nullable TargetValue response,
            @Nullable Quota quota,
            List<String> dependsOn) {}

    /** The quota of a service in a plan. */
    record Quota(BigDecimal limit, String unit, String per) {}
}
