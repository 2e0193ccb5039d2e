package io.quanyi.workshop;

import io.quanyi.text.Punctuation;
import io.quanyi.workshop.CoverageReport.CountLine;
import io.quanyi.workshop.CoverageReport.MutationLine;
import io.quanyi.workshop.CoverageReport.MutationReport;
import io.quanyi.workshop.CoverageReport.ThingLine;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Says to a person at a terminal what cases try. */
final class CoveragePrinter {

    private final Voice voice;
    private final Punctuation punctuation;

    CoveragePrinter(Voice voice) {
        this.voice = voice;
        this.punctuation = Punctuation.of(voice.language());
    }

    void print(CoverageReport report) {
        line(voice.paint(Style.bold, voice.text("coverage.title", report.programme(), report.cases())));
        report.counts().forEach(this::print);
        if (!report.missing().isEmpty()) {
            line("\n" + voice.paint(Style.bold, voice.text("coverage.missing")));
            report.missing().forEach(this::print);
        }
        MutationReport mutations = report.mutations();
        if (mutations != null) {
            print(mutations);
        }
    }

    private void line(String text) {
        voice.out().println(text);
    }

    private void print(CountLine count) {
        String text = count.text() + punctuation.colon() + count.covered() + "/" + count.of();
        line("  " + (count.covered() == count.of() ? text : voice.paint(Style.fg_yellow, text)));
    }

    private void print(ThingLine thing) {
        String words = thing.words().isEmpty() ? "" : " (" + thing.words() + ")";
        String named = thing.ruleTitle() == null ? thing.id() : thing.id() + " · " + thing.ruleTitle();
        line("  " + thing.text() + punctuation.colon() + named + words + "  " + thing.place());
    }

    private void print(MutationReport mutations) {
        line("\n" + voice.paint(Style.bold, voice.text("coverage.mutations-title")));
        List.of(mutations.detected(), mutations.conditionsDetected()).forEach(this::print);
        line("  " + voice.text("coverage.equivalent", mutations.equivalent(), mutations.refused()));
        mutations.survivors().forEach(this::print);
    }

    private void print(MutationLine mutation) {
        line("\n  " + mutation.place() + punctuation.colon() + mutation.text());
        if (mutation.example() != null) {
            line("    " + voice.text("coverage.would-notice") + punctuation.colon() + voice.line(mutation.example()));
        }
    }
}
