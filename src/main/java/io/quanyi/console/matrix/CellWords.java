package io.quanyi.console.matrix;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The short lines of a cell of a matrix: the outcome, the hours, the time to answer, the quota, the seat; or the facts that it depends on. */
final class CellWords {

    /** The span of a limit of people at one time. */
    private static final String AT_ONCE = "concurrent";

    private final AnswerWords words;
    private final ConsoleTexts texts;

    CellWords(ProgrammeRelease release, Language language) {
        this.words = new AnswerWords(release, language);
        this.texts = new ConsoleTexts(language);
    }

    String name(Domain domain, String id) {
        return words.name(domain, id);
    }

    /** The lines of a cell, of which there is at least one. */
    List<String> lines(Matrix.Content content) {
        Decision decision = content.decision();
        return decision == null ? List.of(open(content.dependsOn())) : lines(decision);
    }

    /** The lines of a cell, with one for each severity if they are not alike. */
    List<String> all(Matrix.Cell cell) {
        List<String> lines = new ArrayList<>(lines(cell.plain()));
        cell.bySeverity().forEach((severity, content) -> lines.add(severity(severity, content)));
        return lines;
    }

    /** The line for one severity. */
    String severity(String severity, Matrix.Content content) {
        Punctuation punctuation = Punctuation.of(words.language());
        return name(Domain.SEVERITY, severity) + punctuation.colon() + punctuation.sequence(lines(content));
    }

    /** The first severity for which another cell has other lines; empty if the severity makes no difference. */
    String severity(Matrix.Cell cell, Matrix.Cell other, CellWords words) {
        return Stream.concat(cell.bySeverity().keySet().stream(), other.bySeverity().keySet().stream())
                .filter(severity -> !lines(of(cell, severity)).equals(words.lines(of(other, severity))))
                .findFirst()
                .orElse("");
    }

    private static Matrix.Content of(Matrix.Cell cell, String severity) {
        return cell.bySeverity().getOrDefault(severity, cell.plain());
    }

    private List<String> lines(Decision decision) {
        List<String> lines = new ArrayList<>(List.of(texts.of("cell-" + decision.outcome())));
        if (decision.outcome() == Result.NOT_ENTITLED) {
            return lines;
        }
        if (decision.window() != null) {
            lines.add(name(Domain.WINDOW, decision.window().id()));
        }
        if (decision.response() != null) {
            lines.add(words.promise("response", decision.response().target()));
        }
        if (decision.resolution() != null) {
            lines.add(words.promise("resolution", decision.resolution().target()));
        }
        if (decision.quota() != null) {
            lines.add(quota(decision.quota()));
        }
        if (decision.route().seat() != null) {
            lines.add(name(Domain.SEAT, decision.route().seat()));
        }
        decision.dependsOn().forEach(term -> lines.add(words.dependentTerm(term)));
        return lines;
    }

    private String quota(Decision.QuotaState quota) {
        return quota.per().equals(AT_ONCE)
                ? texts.of("cell-at-once", quota.limit().stripTrailingZeros().toPlainString())
                : words.quota(quota.limit(), quota.unit(), quota.per());
    }

    private String open(List<String> pointers) {
        return texts.of(
                "cell-depends",
                Punctuation.of(words.language())
                        .list(pointers.stream().map(words::member).toList()));
    }
}
