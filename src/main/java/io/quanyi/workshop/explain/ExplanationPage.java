package io.quanyi.workshop.explain;

import io.quanyi.explain.CustomerExplanation.SubscriptionExplanation;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.workshop.command.HtmlPage;
import io.quanyi.workshop.command.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an explanation as an HTML page. */
final class ExplanationPage {

    private static final List<String> LABELS = List.of(
            "absent",
            "basis",
            "clocks",
            "contract",
            "facts",
            "near-misses",
            "quota",
            "reading",
            "findings",
            "suggestions",
            "waiting",
            "warnings");

    private final Output output;
    private final ExplanationTexts texts;

    ExplanationPage(Output output, ExplanationTexts texts) {
        this.output = output;
        this.texts = texts;
    }

    /** Writes the explanations about each subscription, of which there is at least one. */
    void write(Path file, List<SubscriptionExplanation> explanations) throws IOException {
        List<Map<String, Object>> contents =
                explanations.stream().map(this::content).toList();
        ExplanationReport first = explanations.get(0).report();
        String title = output.text("explain.page", first.asked().service().name());
        HtmlPage.write(file, "explain.html", output, Map.of("title", title, "words", labels(), "reports", contents));
    }

    private Map<String, Object> content(SubscriptionExplanation explanation) {
        ExplanationReport report = explanation.report();
        Map<String, Object> content = new HashMap<>();
        content.put("place", Objects.requireNonNullElse(explanation.subscription(), ""));
        content.put("asked", report.asked().text());
        content.put("release", texts.release(report));
        content.put("outcome", texts.outcome(report));
        content.put("answers", Stream.ofNullable(report.answer()).toList());
        content.put("refusals", Stream.ofNullable(report.refusal()).toList());
        content.put("faults", faults(report));
        content.put("quotas", Stream.ofNullable(report.quota()).toList());
        content.put("known", texts.known(report));
        content.put("unknown", texts.absent(report));
        content.put("clocks", report.clocks());
        content.put("findings", report.findings());
        content.put("waiting", report.waiting());
        content.put("near-misses", report.nearMisses());
        content.put("basis", report.basis().stream().map(this::basis).toList());
        List.of("clocks", "quotas", "basis", "findings", "waiting", "near-misses", "known", "unknown")
                .forEach(part ->
                        content.put("has-" + part, content.get(part) instanceof List<?> all && !all.isEmpty()));
        return content;
    }

    private Map<String, String> labels() {
        return LABELS.stream().collect(Collectors.toMap(label -> label, label -> output.text("explain." + label)));
    }

    private List<Map<String, String>> faults(ExplanationReport report) {
        RefusalLine refusal = report.refusal();
        return refusal == null
                ? List.of()
                : refusal.faults().stream().map(this::fault).toList();
    }

    private Map<String, String> fault(FaultLine fault) {
        return Map.of(
                "pointer", fault.pointer(),
                "member", fault.member(),
                "text", fault.text(),
                "choices", texts.choices(fault));
    }

    /** A part of the answer with its rule; without a rule, with the text for the contract or for the absence of rules. */
    private Map<String, Object> basis(BasisLine basis) {
        return Map.of(
                "name",
                basis.name(),
                "text",
                basis.text(),
                "rules",
                Stream.ofNullable(basis.rule()).toList(),
                "instead",
                basis.rule() == null ? texts.unruled(basis) : "",
                "readings",
                basis.readings());
    }
}
