package io.quanyi.workshop.impact;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.impact.report.SentenceLine.RuleBehind;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.HtmlPage;
import io.quanyi.workshop.command.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes an impact as an HTML page. */
final class ImpactPage {

    private final Output output;
    private final ImpactTexts texts;
    private final Punctuation punctuation;

    ImpactPage(Output output) {
        this.output = output;
        this.texts = new ImpactTexts(output);
        this.punctuation = Punctuation.of(output.language());
    }

    void write(Path file, ImpactReport report) throws IOException {
        Map<String, Object> content = Map.ofEntries(
                Map.entry("title", output.text("impact.page", report.programme())),
                Map.entry("from", texts.named(report.before())),
                Map.entry("to", texts.named(report.after())),
                Map.entry("summary", texts.summary(report)),
                Map.entry("leftOut", report.leftOut()),
                Map.entry("ownTerms", texts.ownTerms(report)),
                Map.entry("customers", texts.customers(report)),
                Map.entry("words", labels()),
                Map.entry("hasServices", !report.services().isEmpty()),
                Map.entry("services", report.services()),
                Map.entry("hasDefinitions", !report.definitions().isEmpty()),
                Map.entry(
                        "definitions",
                        report.definitions().stream().map(texts::definition).toList()),
                Map.entry("hasSentences", !report.sentences().isEmpty()),
                Map.entry(
                        "sentences",
                        IntStream.range(0, report.sentences().size())
                                .mapToObj(
                                        i -> sentence(i + 1, report.sentences().get(i)))
                                .toList()),
                Map.entry(
                        "further",
                        IntStream.range(0, report.furtherSentences().size())
                                .mapToObj(place -> texts.further(report, place))
                                .toList()),
                Map.entry("notCompared", report.withoutComparison()));
        HtmlPage.write(file, "impact.html", output, content);
    }

    private Map<String, String> labels() {
        return Map.of(
                "service", output.text("impact.service"),
                "changed", output.text("impact.changed"),
                "combinations", output.text("impact.all"),
                "decided", output.text("impact.decided"),
                "definitions", output.text("impact.definitions"),
                "before", output.text("impact.before"),
                "after", output.text("impact.after"),
                "sentences", output.text("impact.sentences"),
                "all", output.text("impact.values"),
                "example", output.text("impact.example"));
    }

    private Map<String, Object> sentence(int number, SentenceLine sentence) {
        return Map.of(
                "number", number,
                "names", punctuation.list(sentence.names()),
                "conditions",
                        sentence.conditions().stream().map(this::condition).toList(),
                "sides",
                        List.of(
                                side("gone", "impact.before", sentence.before(), sentence.rulesBefore()),
                                side("come", "impact.after", sentence.after(), sentence.rulesAfter())),
                "count", texts.count(sentence),
                "example", output.pretty(sentence.example()));
    }

    /** A condition; its full list of values can be opened if the text shows only some. */
    private Map<String, Object> condition(ConditionLine condition) {
        List<String> values = condition.values().stream().map(ValueLine::text).toList();
        return Map.of("text", condition.text(), "more", condition.isShort() ? "" : punctuation.list(values));
    }

    private Map<String, Object> side(String kind, String label, List<StatementLine> said, List<RuleBehind> rules) {
        return Map.of(
                "kind",
                kind,
                "label",
                output.text(label),
                "said",
                said.isEmpty() ? List.of(Map.of("text", output.text("impact.nothing"))) : said,
                "rules",
                rules);
    }
}
