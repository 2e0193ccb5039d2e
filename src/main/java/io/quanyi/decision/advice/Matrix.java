package io.quanyi.decision.advice;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about each service in each plan, for a customer whose service begins on the day of the question and who has used nothing;
 * where they vary by severity, for each severity.
 *
 * @param plans the columns, the lowest plan first
 * @param rows one row for each service, in the order of the catalogue
 */
public record Matrix(List<String> plans, List<Row> rows) {

    /** One service. */
    public record Row(String service, List<Cell> cells) {}

    /**
     * One service in one plan.
     *
     * @param plain the content for a question that names no severity
     * @param bySeverity the content for each severity, by its id in the order of the catalogue; empty if all severities are alike
     */
    public record Cell(String plan, Content plain, Map<String, Content> bySeverity) {}

    /** The decision of a cell, or the facts that it depends on. */
    public record Content(@Nullable Decision decision, List<String> dependsOn) {

        private String core() {
            return decision == null ? dependsOn.toString() : Core.of(decision);
        }
    }

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

    /** Decides one cell, of a service and a plan that the catalogue has. */
    public static Cell cell(ProgrammeRelease release, String service, String plan, Instant at) {
        Map<String, Content> bySeverity = new LinkedHashMap<>();
        for (Catalogue.Term severity : release.catalogue().severities()) {
            bySeverity.put(severity.id(), content(release, service, plan, severity.id(), at));
        }
        boolean alike =
                bySeverity.values().stream().map(Content::core).distinct().count() <= 1;
        return new Cell(plan, content(release, service, plan, null, at), alike ? Map.of() : bySeverity);
    }

    private static Content content(
            ProgrammeRelease release, String service, String plan, @Nullable String severity, Instant at) {
        try {
            DecisionRequest request = request(release, service, plan, severity, at);
            return new Content(CheckedQuestion.of(request, release, at).decision(), List.of());
        } catch (RequestRefused e) {
            return new Content(null, e.faults().stream().map(Fault::pointer).toList());
        }
    }

    /**
     * Whether a rule has a part in a cell: in the decision, in the facts that it depends on, or in the decision for a severity.
     *
     * @param rule the id of the rule
     */
    public static boolean isFilledBy(ProgrammeRelease release, String rule, String service, String plan, Instant at) {
        return Stream.concat(
                        Stream.of((String) null),
                        release.catalogue().severities().stream().map(Catalogue.Term::id))
                .map(severity -> request(release, service, plan, severity, at))
                .anyMatch(request -> isUsed(rule, request, release, at));
    }

    private static boolean isUsed(String rule, DecisionRequest request, ProgrammeRelease release, Instant at) {
        try {
            CheckedQuestion question = CheckedQuestion.of(request, release, at);
            return question.weighedFindings().stream()
                            .filter(one -> one.status().counts() || one.status() == FindingStatus.UNDECIDED)
                            .map(one -> one.finding().rule())
                            .anyMatch(one -> one != null && one.id().equals(rule))
                    || question.decision().dependsOn().stream().anyMatch(term -> rule.equals(term.rule()));
        } catch (RequestRefused e) {
            return false;
        }
    }

    private static DecisionRequest request(
            ProgrammeRelease release, String service, String plan, @Nullable String severity, Instant at) {
        OffsetDateTime asked = at.atZone(release.programme().zone()).toOffsetDateTime();
        return RequestBuilder.of(release.programme().id(), plan, service, asked)
                .serviceStart(asked.toLocalDate())
                .usage(List.of())
                .severity(severity)
                .request();
    }
}
