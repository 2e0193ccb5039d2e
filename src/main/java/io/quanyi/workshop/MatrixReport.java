package io.quanyi.workshop;

import io.quanyi.decision.Decision;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.Result;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Services by plans, as a program and a person read it.
 *
 * @param release which release decided
 * @param draft whether it is one that no ledger names
 * @param at the instant asked about
 * @param plans the columns
 * @param services the rows
 */
record MatrixReport(ReleaseId release, boolean draft, OffsetDateTime at, List<Named> plans, List<Line> services) {

    /** Something by its id, and what it is called. */
    record Named(String id, String name) {}

    /** A service. */
    record Line(String id, String name, List<Cell> cells) {}

    /** A service in a plan; {@code text} says the rest in short words. */
    record Cell(
            String plan,
            @Nullable Result outcome,
            List<String> text,
            List<String> reasons,
            @Nullable String window,
            Decision.@Nullable TargetValue response,
            @Nullable Quota quota,
            List<String> dependsOn) {}

    /** How much of it there is. */
    record Quota(BigDecimal limit, String unit, String per) {}
}
