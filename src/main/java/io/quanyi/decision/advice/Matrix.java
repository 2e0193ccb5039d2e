package io.quanyi.decision.advice;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about each service in each plan, for a customer whose service begins on the day of the question and who has used nothing.
 *
 * @param plans the columns, the lowest plan first
 * @param rows one row for each service, in the order of the catalogue
 */
public record Matrix(List<String> plans, List<Row> rows) {

    /** One service. */
    public record Row(String service, List<Cell> cells) {}

    /** One service in one plan: the decision, or the facts that it depends on. */
    public record Cell(String plan, @Nullable Decision decision, List<String> dependsOn) {}

    /** Decides every cell. */
    public static Matrix of(ProgrammeRelease release, Instant at) {
        List<String> plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
        return new Matrix(
                plans,
                release.catalogue().services().keySet().stream()
                        .map(service -> new Row(
                                service,
                                plans.stream()
                                        .map(plan -> cell(release, service, plan, at))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(ProgrammeRelease release, String service, String plan, Instant at) {
        try {
            return new Cell(
                    plan,
                    CheckedQuestion.of(request(release, service, plan, at), release, at)
                            .decision(),
                    List.of());
        } catch (RequestRefused e) {
            return new Cell(plan, null, e.faults().stream().map(Fault::pointer).toList());
        }
    }

    private static DecisionRequest request(ProgrammeRelease release, String service, String plan, Instant at) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        return RequestBuilder.of(release.programme().id(), plan, service, asked)
                .serviceStart(asked.toLocalDate())
                .usage(List.of())
                .request();
    }
}
