package io.quanyi.console.matrix;

import io.quanyi.console.PageAnchors;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.QuotaState;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules behind a cell of a matrix, with the clauses that they rest on: first those of the outcome, then those of the target times and the
 * quota. Each leads to its place in the document.
 *
 * @param release the release that the matrix shows
 * @param document the address of the document of the same release
 * @param language the language of the reader
 */
record CellBasis(ProgrammeRelease release, String document, Language language) {

    /** The values of the template for the rules of a cell; none for a cell that no rule decides. */
    List<Map<String, Object>> of(Matrix.Cell cell) {
        return Stream.concat(Stream.of(cell.plain()), cell.bySeverity().values().stream())
                .flatMap(content -> Stream.ofNullable(content.decision()))
                .flatMap(CellBasis::rules)
                .distinct()
                .flatMap(id -> release.policy().rules().stream()
                        .filter(rule -> rule.id().equals(id)))
                .map(this::basis)
                .toList();
    }

    private static Stream<String> rules(Decision decision) {
        return Stream.of(
                        decision.reasons().stream().map(Reason::rule),
                        Stream.of(decision.response(), decision.resolution())
                                .flatMap(Stream::ofNullable)
                                .map(Promise::rule),
                        Stream.ofNullable(decision.quota()).map(QuotaState::rule))
                .flatMap(ids -> ids)
                .flatMap(Stream::ofNullable);
    }

    private Map<String, Object> basis(RuleInfo rule) {
        return Map.of(
                "id", rule.id(),
                "title", rule.title().in(language),
                "rule", document + "#" + rule.id(),
                "clauses",
                        rule.clauses().stream()
                                .map(reference -> Map.of(
                                        "reference",
                                        reference,
                                        "clause",
                                        document + "#" + PageAnchors.clause(reference)))
                                .toList());
    }
}
