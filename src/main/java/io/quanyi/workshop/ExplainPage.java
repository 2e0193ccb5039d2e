package io.quanyi.workshop;

import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation as a page for whoever has to answer for it. */
final class ExplainPage {

    private static final List<String> LABELS = List.of(
            "absent",
            "basis",
            "clocks",
            "contract",
            "facts",
            "near",
            "quota",
            "reading",
            "spoken",
            "suggestions",
            "waiting",
            "warnings");

    private final Voice voice;
    private final ExplainWords words;

    ExplainPage(Voice voice, ExplainWords words) {
        this.voice = voice;
        this.words = words;
    }

    void write(Path file, ExplanationReport report) throws IOException {
        Map<String, Object> content = new HashMap<>();
        content.put("title", voice.text("explain.page", report.asked().service().name()));
        content.put("asked", report.asked().text());
        content.put("release", words.release(report));
        content.put("outcome", words.outcome(report));
        content.put("words", labels());
        content.put("answers", Stream.ofNullable(report.answer()).toList());
        content.put("refusals", Stream.ofNullable(report.refusal()).toList());
        content.put("faults", faults(report));
        content.put("quotas", Stream.ofNullable(report.quota()).toList());
        content.put("known", words.known(report));
        content.put("unknown", words.absent(report));
        content.put("clocks", report.clocks());
        content.put("spoken", report.spoken());
        content.put("waiting", report.waiting());
        content.put("near", report.near());
        content.put("basis", report.basis().stream().map(this::basis).toList());
        List.of("clocks", "quotas", "basis", "spoken", "waiting", "near", "known", "unknown")
                .forEach(part ->
                        content.put("has-" + part, content.get(part) instanceof List<?> all && !all.isEmpty()));
        Page.write(file, "explain.html", voice, content);
    }

    private Map<String, String> labels() {
        return LABELS.stream().collect(Collectors.toMap(label -> label, label -> voice.text("explain." + label)));
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
                "choices", words.choices(fault));
    }

    /** What no rule says rests on the contract, or on there being none. */
    private Map<String, Object> basis(BasisLine basis) {
        return Map.of(
                "name",
                basis.name(),
                "text",
                basis.text(),
                "rules",
                Stream.ofNullable(basis.rule()).toList(),
                "instead",
                basis.rule() == null ? words.unruled(basis) : "",
                "readings",
                basis.readings());
    }
}
