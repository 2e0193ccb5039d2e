package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of 二.1(1) and 二.1(2) of the document, written out by hand. */
class MatrixTests {

    private static final Matrix MATRIX = Matrix.of(Trial.GALAXY, Instant.parse("2026-06-01T02:00:00Z"));

    /** A cell: granted by which plan; response; window; seat; quota. A dash is an empty cell, {@code payable} a special service. */
    @ParameterizedTest(name = "{0}: {1} | {2} | {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "self-service-ops         | basic  7x24                | basic  7x24                      | basic  7x24",
                "phone-support            | basic  7x24                | basic  7x24                      | basic  7x24 dedicated",
                "issue-feedback           | basic 2 working-day 7x24   | basic 1 working-day 7x24         | basic 0.5 working-day 7x24",
                "online-im                | -                          | preferred  7x8                   | preferred  7x8 dedicated",
                "system-ops               | basic  5x8                 | basic  7x8                       | basic  7x12",
                "emergency-fault          | basic 1 working-day        | basic 4 working-hour             | basic 2 working-hour",
                "community                | basic                      | basic                            | basic",
                "code-diagnosis           | -                          | preferred 2 time each 2          | preferred 4 time each 2",
                "upgrade-guidance         | -                          | preferred                        | preferred",
                "service-tools            | -                          | preferred                        | exclusive",
                "service-report           | -                          | preferred 1 time                 | exclusive 1 time",
                "customer-success-manager | -                          | -                                | exclusive",
                "hq-expert-advice         | -                          | -                                | exclusive 1 time",
                "custom-online-training   | -                          | -                                | exclusive",
                "sp-upgrade-migration     | payable                    | payable                          | payable",
                "sp-business-adjustment   | payable                    | payable                          | payable",
                "sp-data-repair           | payable                    | payable                          | payable",
                "sp-data-optimization     | payable                    | payable                          | payable",
                "sp-dev-support           | payable                    | payable                          | payable",
                "sp-onsite-support        | payable                    | payable                          | payable",
            })
    void everyCellIsWhatTheDocumentSays(String service, String basic, String preferred, String exclusive) {
        assertThat(row(service).cells())
                .extracting(MatrixTests::shown)
                .containsExactly(tidy(basic), tidy(preferred), tidy(exclusive));
    }

    @Test
    void theRowsAreTheServicesInTheOrderOfTheCatalogueAndTheColumnsThePlans() {
        assertThat(MATRIX.plans()).containsExactly("basic", "preferred", "exclusive");
        assertThat(MATRIX.rows())
                .extracting(Matrix.Row::service)
                .containsExactlyElementsOf(Trial.GALAXY.catalogue().services().keySet())
                .hasSize(20);
    }

    @Test
    void everyPromiseOfTheDocumentIsCountedInFiveByEight() {
        for (String service : List.of("issue-feedback", "emergency-fault")) {
            assertThat(row(service).cells())
                    .allSatisfy(cell -> assertThat(cell.plain().decision())
                            .extracting(Decision::response)
                            .extracting(Decision.Promise::window)
                            .isEqualTo("5x8"));
        }
    }

    @Test
    void aCellThatDependsOnMoreNamesTheFacts() {
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.rule(
                        "T-02",
                        "Question(service == 'support') Amount(value < 5000)",
                        "new Denied('condition-not-met')"),
                Trial.rule("T-03", "Question(service == 'support', severity == 'P1')", "new Response(hours(1))"));

        Matrix.Row support =
                Matrix.of(release, Instant.parse("2026-06-01T02:00:00Z")).rows().get(0);

        assertThat(support.cells()).allSatisfy(cell -> {
            assertThat(cell.plain().decision()).isNull();
            assertThat(cell.plain().dependsOn()).containsExactly("/question/severity", "/subscription/contract/amount");
        });
    }

    @Test
    void aCellThatVariesBySeverityHasEachAndOthersHaveNone() {
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.rule("T-02", "Question(service == 'support', severity == 'P1')", "new Response(hours(1))"),
                Trial.rule("T-03", "Question(service == 'alarm')", "new Granted()"));
        Matrix matrix = Matrix.of(release, Instant.parse("2026-06-01T02:00:00Z"));

        Matrix.Cell support = matrix.rows().get(0).cells().get(0);
        assertThat(support.plain().dependsOn()).containsExactly("/question/severity");
        assertThat(support.bySeverity().keySet())
                .containsExactlyElementsOf(release.catalogue().severities().stream()
                        .map(Catalogue.Term::id)
                        .toList());
        assertThat(support.bySeverity())
                .allSatisfy((severity, content) -> assertThat(content.decision())
                        .extracting(Decision::response)
                        .matches(response -> (response != null) == severity.equals("P1"), severity));
        assertThat(matrix.rows().get(1).cells())
                .allSatisfy(cell -> assertThat(cell.bySeverity()).isEmpty());
    }

    /** The severity that a service has by itself hides the others in a question that names none. */
    @Test
    void aServiceWithASeverityOfItsOwnShowsTheOthersToo() {
        assertThat(Matrix.of(ShippedReleases.of("yonsuite-premier-success"), Instant.parse("2026-06-01T02:00:00Z"))
                        .rows())
                .flatExtracting(Matrix.Row::cells)
                .anySatisfy(cell -> {
                    assertThat(cell.plain().decision()).isNotNull();
                    assertThat(cell.bySeverity()).hasSizeGreaterThan(1);
                });
    }

    private static Matrix.Row row(String service) {
        return MATRIX.rows().stream()
                .filter(row -> row.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static String shown(Matrix.Cell cell) {
        Decision decision = cell.plain().decision();
        if (decision == null) {
            return "depends on " + cell.plain().dependsOn();
        }
        if (decision.outcome() != Result.ENTITLED) {
            return decision.outcome() == Result.PAYABLE ? "payable" : "-";
        }
        return tidy(String.join(
                " ",
                String.valueOf(decision.grantedByPlan()),
                response(decision.response()),
                decision.window() == null ? "" : decision.window().id(),
                decision.route().seat() == null ? "" : decision.route().seat(),
                quota(decision.quota())));
    }

    private static String response(Decision.@Nullable Promise response) {
        return response == null
                ? ""
                : response.target().amount().toPlainString() + " "
                        + response.target().unit();
    }

    private static String quota(Decision.@Nullable QuotaState quota) {
        return quota == null
                ? ""
                : quota.limit().toPlainString() + " " + quota.unit()
                        + (quota.each() == null
                                ? ""
                                : " each " + quota.each().limit().toPlainString());
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
