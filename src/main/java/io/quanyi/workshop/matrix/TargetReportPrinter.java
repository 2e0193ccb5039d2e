package io.quanyi.workshop.matrix;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.matrix.TargetReport.Row;
import io.quanyi.workshop.matrix.TargetReport.TargetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a report of target times as a table. */
final class TargetReportPrinter {

    private static final String NOTHING = "—";

    private final Output output;
    private final AnswerWords words;
    private final List<MatrixCondition> by;

    TargetReportPrinter(ProgrammeRelease release, Output output, List<MatrixCondition> by) {
        this.output = output;
        this.words = new AnswerWords(release, output.language());
        this.by = by;
    }

    void print(TargetReport report) {
        TerminalTable table = new TerminalTable();
        Stream<String> conditions = by.stream().map(condition -> output.text("matrix.by." + condition.id()));
        table.add(cells(Stream.concat(
                Stream.concat(Stream.of(output.text("matrix.service"), output.text("matrix.plan")), conditions),
                Stream.of(output.text("matrix.response"), output.text("matrix.resolution")))));
        report.rows().forEach(row -> table.add(cells(row(row).stream())));
        table.lines().forEach(output.out()::println);
    }

    private static List<List<String>> cells(Stream<String> texts) {
        return texts.map(List::of).toList();
    }

    private List<String> row(Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(words.name(Domain.SERVICE, row.service()));
        cells.add(words.name(Domain.PLAN, row.plan()));
        for (MatrixCondition condition : by) {
            String value = row.values().get(condition.id());
            cells.add(value == null ? NOTHING : words.name(condition.domain(), value));
        }
        Result outcome = row.outcome();
        if (outcome == null) {
            cells.add(new MatrixReportWriter(words.release(), output).dependsOn(row.dependsOn()));
            cells.add(NOTHING);
        } else if (outcome == Result.NOT_ENTITLED) {
            cells.add(output.text("matrix." + outcome));
            cells.add(NOTHING);
        } else {
            cells.add(time("response", row.response()));
            cells.add(time("resolution", row.resolution()));
        }
        return cells;
    }

    private String time(String what, @Nullable TargetTime time) {
        if (time == null) {
            return NOTHING;
        }
        String promise = words.promise(what, new Decision.TargetValue(time.amount(), time.unit()));
        return time.window() == null
                ? promise
                : Punctuation.of(output.language()).beside(promise, words.name(Domain.WINDOW, time.window()));
    }
}
