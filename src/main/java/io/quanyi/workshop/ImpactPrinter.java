package io.quanyi.workshop;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.RuleBehind;
import io.quanyi.impact.report.ImpactReport.SentenceLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.text.Punctuation;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** Says an impact to a person at a terminal. */
final class ImpactPrinter {

    private final Voice voice;
    private final ImpactWords words;
    private final Punctuation punctuation;

    ImpactPrinter(Voice voice) {
        this.voice = voice;
        this.words = new ImpactWords(voice);
        this.punctuation = Punctuation.of(voice.language());
    }

    void print(ImpactReport report) {
        line(voice.paint(Style.bold, words.title(report)));
        line(words.summary(report));
        if (report.customers() != null) {
            line(words.customers(report));
        }
        report.definitions().stream().map(words::definition).forEach(this::print);
        int number = 1;
        for (SentenceLine sentence : report.sentences()) {
            print(number++, sentence);
        }
        report.withoutComparison().forEach(one -> line("\n" + voice.paint(Style.fg_red, "! ") + one.message()));
    }

    private void line(String text) {
        voice.out().println(text);
    }

    private void print(DefinitionLine line) {
        line("\n" + voice.paint(Style.bold, line.name()) + punctuation.colon() + line.before() + " → " + line.after());
    }

    private void print(int number, SentenceLine sentence) {
        line("\n" + number + ". " + voice.paint(Style.bold, punctuation.list(sentence.names())));
        sentence.conditions().forEach(condition -> line("   · " + condition.text()));
        print("-", Style.fg_red, sentence.before(), sentence.rulesBefore());
        print("+", Style.fg_green, sentence.after(), sentence.rulesAfter());
        line("   " + words.count(sentence));
        line("   " + voice.text("impact.example") + punctuation.colon() + voice.line(sentence.example()));
    }

    private void print(String sign, Style style, List<StatementLine> said, List<RuleBehind> rules) {
        String text = said.isEmpty()
                ? voice.text("impact.nothing")
                : punctuation.sequence(said.stream().map(StatementLine::text).toList());
        line("   " + voice.paint(style, sign + " " + text));
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
