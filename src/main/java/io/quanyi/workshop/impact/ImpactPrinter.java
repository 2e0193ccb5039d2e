package io.quanyi.workshop.impact;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.RuleBehind;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints an impact on a terminal. */
final class ImpactPrinter {

    private final Output output;
    private final ImpactTexts texts;
    private final Punctuation punctuation;

    ImpactPrinter(Output output) {
        this.output = output;
        this.texts = new ImpactTexts(output);
        this.punctuation = Punctuation.of(output.language());
    }

    void print(ImpactReport report) {
        line(output.paint(Style.bold, texts.title(report)));
        line(texts.summary(report));
        line(report.leftOut());
        if (!texts.ownTerms(report).isEmpty()) {
            line(texts.ownTerms(report));
        }
        if (report.customers() != null) {
            line(texts.customers(report));
        }
        report.definitions().stream().map(texts::definition).forEach(this::print);
        int number = 1;
        for (SentenceLine sentence : report.sentences()) {
            print(number++, sentence);
        }
        for (int place = 0; place < report.furtherSentences().size(); place++) {
            line("\n" + texts.further(report, place));
        }
        if (!report.askedAbout().isEmpty()) {
            line("\n" + output.paint(Style.bold, output.text("impact.requests")));
            report.askedAbout().forEach(one -> line(one.number() + ". " + one.text()));
        }
        report.withoutComparison().forEach(one -> line("\n" + output.paint(Style.fg_red, "! ") + one.message()));
    }

    private void line(String text) {
        output.out().println(text);
    }

    private void print(DefinitionLine line) {
        line("\n" + output.paint(Style.bold, line.name()) + punctuation.colon() + line.before() + " → " + line.after());
    }

    private void print(int number, SentenceLine sentence) {
        line("\n" + number + ". " + output.paint(Style.bold, punctuation.list(sentence.names())));
        sentence.conditions().forEach(condition -> line("   · " + condition.text()));
        print("-", Style.fg_red, sentence.before(), sentence.rulesBefore());
        print("+", Style.fg_green, sentence.after(), sentence.rulesAfter());
        line("   " + texts.count(sentence));
        line("   " + output.text("impact.example") + punctuation.colon() + output.line(sentence.example()));
    }

    private void print(String sign, Style style, List<StatementLine> said, List<RuleBehind> rules) {
        String text = said.isEmpty()
                ? output.text("impact.nothing")
                : punctuation.sequence(said.stream().map(StatementLine::text).toList());
        line("   " + output.paint(style, sign + " " + text));
        if (!rules.isEmpty()) {
            line("       "
                    + punctuation.sequence(
                            rules.stream().map(ImpactPrinter::rule).toList()));
        }
    }

    private static String rule(RuleBehind rule) {
        return rule.id()
                + rule.clauses().stream()
                        .findFirst()
                        .map(clause -> " " + clause.clause())
                        .orElse("");
    }
}
