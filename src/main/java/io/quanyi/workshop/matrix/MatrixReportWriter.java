package io.quanyi.workshop.matrix;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.matrix.MatrixReport.Cell;
import io.quanyi.workshop.matrix.MatrixReport.Content;
import io.quanyi.workshop.matrix.MatrixReport.Line;
import io.quanyi.workshop.matrix.MatrixReport.Named;
import io.quanyi.workshop.matrix.MatrixReport.OfSeverity;
import io.quanyi.workshop.matrix.MatrixReport.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes the report of a matrix in the language of the call. */
final class MatrixReportWriter {

    /** The period of a limit of people at one time. */
    private static final String AT_ONCE = "concurrent";

    private final ProgrammeRelease release;
    private final Output output;
    private final AnswerWords words;

    MatrixReportWriter(ProgrammeRelease release, Output output) {
        this.release = release;
        this.output = output;
        this.words = new AnswerWords(release, output.language());
    }

    /** The report of every service in every plan, at an instant. */
    MatrixReport report(Instant at, boolean draft) {
        Matrix matrix = Matrix.of(release, at);
        return new MatrixReport(
                release.id(),
                draft,
                at.atZone(release.programme().zone()).toOffsetDateTime(),
                matrix.plans().stream()
                        .map(plan -> new Named(plan, words.name(Domain.PLAN, plan)))
                        .toList(),
                matrix.rows().stream().map(this::line).toList());
    }

    private Line line(Matrix.Row row) {
        return new Line(
                row.service(),
                words.name(Domain.SERVICE, row.service()),
                row.cells().stream().map(this::cell).toList());
    }

    private Cell cell(Matrix.Cell cell) {
        return new Cell(
                cell.plan(),
                content(cell.plain()),
                cell.bySeverity().entrySet().stream()
                        .map(one -> new OfSeverity(
                                one.getKey(),
                                words.name(Domain.SEVERITY, one.getKey()),
                                content(one.getValue()),
                                conditions(one.getValue(), cell.bySeverity().values())))
                        .toList());
    }

    /** The words of the conditions of one result that not all results have. */
    private List<String> conditions(Matrix.Content one, Collection<Matrix.Content> all) {
        return words(one)
                .filter(condition ->
                        !all.stream().allMatch(other -> words(other).anyMatch(condition::equals)))
                .toList();
    }

    private Stream<String> words(Matrix.Content content) {
        Decision decision = content.decision();
        return decision == null
                ? Stream.empty()
                : decision.conditions().stream().map(words::condition).distinct();
    }

    private Content content(Matrix.Content content) {
        Decision decision = content.decision();
        List<String> open = content.dependsOn();
        return decision == null
                ? new Content(null, List.of(dependsOn(open)), List.of(), null, null, null, open)
                : decided(decision);
    }

    private Content decided(Decision decision) {
        Decision.WindowState window = decision.window();
        Decision.Promise response = decision.response();
        Decision.QuotaState quota = decision.quota();
        return new Content(
                decision.outcome(),
                said(decision),
                decision.reasons().stream()
                        .map(Decision.Reason::code)
                        .distinct()
                        .toList(),
                window == null ? null : window.id(),
                response == null ? null : response.target(),
                quota == null ? null : new Quota(quota.limit(), quota.unit(), quota.per()),
                decision.openMembers());
    }

    /** The short lines of a result; terms are left out if the service is not included. */
    private List<String> said(Decision decision) {
        List<String> said = new ArrayList<>();
        said.add(output.text("matrix." + decision.outcome()));
        if (decision.outcome() == Result.NOT_ENTITLED) {
            return said;
        }
        if (decision.window() != null) {
            said.add(words.name(Domain.WINDOW, decision.window().id()));
        }
        if (decision.response() != null) {
            said.add(words.promise("response", decision.response().target()));
        }
        if (decision.quota() != null) {
            said.add(quota(decision.quota()));
        }
        decision.dependsOn().forEach(term -> said.add(words.dependentTerm(term)));
        return said;
    }

    private String quota(Decision.QuotaState quota) {
        return quota.per().equals(AT_ONCE)
                ? output.text(
                        "matrix.at-once", quota.limit().stripTrailingZeros().toPlainString())
                : words.quota(quota.limit(), quota.unit(), quota.per());
    }

    /** The line of a result that depends on members. */
    String dependsOn(List<String> pointers) {
        Punctuation punctuation = Punctuation.of(output.language());
        return output.text(
                "matrix.depends",
                punctuation.list(pointers.stream().map(this::fact).toList()));
    }

    /** The name of a fact; its pointer if it has no name. */
    private String fact(String pointer) {
        String[] path = pointer.split("/", -1);
        String last = path[path.length - 1];
        return Stream.of(last, joined(path))
                .map(name -> "dimension." + name)
                .filter(code -> Texts.has(output.language(), code))
                .map(code -> Texts.of(output.language(), code))
                .findFirst()
                .orElse(pointer);
    }

    /** The last two parts of a pointer as one word, such as {@code contractAmount}. */
    private static String joined(String... path) {
        String last = path[path.length - 1];
        return path.length < 2 || last.isEmpty()
                ? last
                : path[path.length - 2] + Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
