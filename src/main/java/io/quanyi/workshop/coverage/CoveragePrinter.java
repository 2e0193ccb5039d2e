package io.quanyi.workshop.coverage;

import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.coverage.CoverageReport.CountLine;
import io.quanyi.workshop.coverage.CoverageReport.MissingLine;
import io.quanyi.workshop.coverage.CoverageReport.MutationLine;
import io.quanyi.workshop.coverage.CoverageReport.MutationReport;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints a coverage report on a terminal. */
final class CoveragePrinter {

    private final Output output;
    private final Punctuation punctuation;

    CoveragePrinter(Output output) {
        this.output = output;
        this.punctuation = Punctuation.of(output.language());
    }

    void print(CoverageReport report) {
        line(output.paint(Style.bold, output.text("coverage.title", report.name(), report.cases())));
        report.counts().forEach(this::print);
        if (!report.missing().isEmpty()) {
            line("\n" + output.paint(Style.bold, output.text("coverage.missing")));
            report.missing().forEach(this::print);
        }
        MutationReport mutations = report.mutations();
        if (mutations != null) {
            print(mutations);
        }
    }

    private void line(String text) {
        output.out().println(text);
    }

    private void print(CountLine count) {
        String text = count.text() + punctuation.colon() + count.covered() + "/" + count.of();
        line("  " + (count.covered() == count.of() ? text : output.paint(Style.fg_yellow, text)));
    }

    private void print(MissingLine item) {
        String words = item.words().isEmpty() ? "" : punctuation.beside("", item.words());
        String named = item.name() == null ? item.id() : item.id() + " · " + item.name();
        line("  " + item.text() + punctuation.colon() + named + words + "  " + item.place());
    }

    private void print(MutationReport mutations) {
        line("\n" + output.paint(Style.bold, output.text("coverage.mutations-title")));
        List.of(mutations.detected(), mutations.conditionsDetected()).forEach(this::print);
        line("  " + output.text("coverage.equivalent", mutations.equivalent(), mutations.refused()));
        mutations.survivors().forEach(this::print);
    }

    private void print(MutationLine mutation) {
        line("\n  " + mutation.place() + punctuation.colon() + mutation.text());
        if (mutation.example() != null) {
            line("    " + output.text("coverage.would-notice") + punctuation.colon() + output.line(mutation.example()));
        }
    }
}
