package io.quanyi.workshop;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.ConditionLine;
import io.quanyi.impact.report.ImpactReport.RuleBehind;
import io.quanyi.impact.report.ImpactReport.SentenceLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.text.Punctuation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An impact as a page for whoever has to approve it. */
final class ImpactPage {

    private final Voice voice;
    private final ImpactWords words;
    private final Punctuation punctuation;

    ImpactPage(Voice voice) {
        this.voice = voice;
        this.words = new ImpactWords(voice);
        this.punctuation = Punctuation.of(voice.language());
    }

    void write(Path file, ImpactReport report) throws IOException {
        Map<String, Object> content = Map.ofEntries(
                Map.entry("title", voice.text("impact.page", report.programme())),
                Map.entry("from", words.named(report.before())),
                Map.entry("to", words.named(report.after())),
                Map.entry("summary", words.summary(report)),
                Map.entry("customers", words.customers(report)),
                Map.entry("words", labels()),
                Map.entry("hasServices", !report.services().isEmpty()),
                Map.entry("services", report.services()),
                Map.entry("hasDefinitions", !report.definitions().isEmpty()),
                Map.entry(
                        "definitions",
                        report.definitions().stream().map(words::definition).toList()),
                Map.entry("hasSentences", !report.sentences().isEmpty()),
                Map.entry(
                        "sentences",
                        IntStream.range(0, report.sentences().size())
                                .mapToObj(
                                        i -> sentence(i + 1, report.sentences().get(i)))
                                .toList()),
                Map.entry("notCompared", report.withoutComparison()));
        Page.write(file, "impact.html", voice, content);
    }

    private Map<String, String> labels() {
        return Map.of(
                "service", voice.text("impact.service"),
                "changed", voice.text("impact.changed"),
                "combinations", voice.text("impact.all"),
                "decided", voice.text("impact.decided"),
                "definitions", voice.text("impact.definitions"),
                "before", voice.text("impact.before"),
                "after", voice.text("impact.after"),
                "sentences", voice.text("impact.sentences"),
                "all", voice.text("impact.values"),
                "example", voice.text("impact.example"));
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
                "count", words.count(sentence),
                "example", voice.pretty(sentence.example()));
    }

    /** What is not read out can be opened. */
    private Map<String, Object> condition(ConditionLine condition) {
        return Map.of(
                "text", condition.text(), "more", condition.isShort() ? "" : punctuation.list(condition.values()));
    }

    private Map<String, Object> side(String kind, String label, List<StatementLine> said, List<RuleBehind> rules) {
        return Map.of(
                "kind",
                kind,
                "label",
                voice.text(label),
                "said",
                said.isEmpty() ? List.of(Map.of("text", voice.text("impact.nothing"))) : said,
                "rules",
                rules);
    }
}
