package io.quanyi.workshop.matrix;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.source.Fault;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.matrix.TargetReport.Row;
import io.quanyi.workshop.matrix.TargetReport.TargetTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides the rows of a report of target times. */
final class TargetReportWriter {

    /** The most rows: the conditions multiply. */
    private static final int MAX_ROWS = 10_000;

    private final ProgrammeRelease release;
    private final Output output;
    private final Instant at;
    private final List<MatrixCondition> by;
    private final List<Row> rows = new ArrayList<>();

    TargetReportWriter(ProgrammeRelease release, Output output, Instant at, List<MatrixCondition> by) {
        this.release = release;
        this.output = output;
        this.at = at;
        this.by = by;
    }

    /** @throws io.quanyi.workshop.command.InvalidCall if there are too many rows */
    TargetReport report(boolean draft) {
        for (String service : release.catalogue().services().keySet()) {
            boolean stated = release.policy().outlines(service).stream()
                    .anyMatch(rule -> rule.states(Response.class) || rule.states(Resolution.class));
            if (stated) {
                List<Map<MatrixCondition, String>> combinations = combinations(service);
                for (Catalogue.Plan plan : release.catalogue().plans()) {
                    combinations.forEach(values -> rows.add(row(service, plan.id(), values)));
                }
            }
        }
        return new TargetReport(
                release.id(),
                draft,
                asked(),
                by.stream().map(MatrixCondition::id).toList(),
                List.copyOf(rows));
    }

    private OffsetDateTime asked() {
        return at.atZone(release.programme().zone()).toOffsetDateTime();
    }

    private List<Map<MatrixCondition, String>> combinations(String service) {
        List<Map<MatrixCondition, String>> combinations = List.of(Map.of());
        for (MatrixCondition condition : by) {
            List<String> values = condition.values(release, service);
            if (!values.isEmpty()) {
                List<Map<MatrixCondition, String>> longer = new ArrayList<>();
                for (Map<MatrixCondition, String> combination : combinations) {
                    if (rows.size() + longer.size() > MAX_ROWS) {
                        throw output.wrong(output.text("matrix.by-too-many", MAX_ROWS));
                    }
                    for (String value : values) {
                        Map<MatrixCondition, String> more = new LinkedHashMap<>(combination);
                        more.put(condition, value);
                        longer.add(more);
                    }
                }
                combinations = longer;
            }
        }
        return combinations;
    }

    private Row row(String service, String plan, Map<MatrixCondition, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((condition, value) -> named.put(condition.id(), value));
        RequestBuilder request = RequestBuilder.of(release.programme().id(), plan, service, asked())
                .serviceStart(asked().toLocalDate())
                .usage(List.of());
        values.forEach((condition, value) -> condition.set(request, value));
        try {
            Decision decision =
                    CheckedQuestion.of(request.request(), release, at).decision();
            return new Row(
                    service,
                    plan,
                    named,
                    decision.outcome(),
                    time(decision.response()),
                    time(decision.resolution()),
                    decision.openMembers());
        } catch (RequestRefused e) {
            List<String> dependsOn = e.faults().stream().map(Fault::pointer).toList();
            return new Row(service, plan, named, null, null, null, dependsOn);
        }
    }

    private static @Nullable TargetTime time(Decision.@Nullable Promise promise) {
        return promise == null
                ? null
                : new TargetTime(promise.target().amount(), promise.target().unit(), promise.window());
    }
}
