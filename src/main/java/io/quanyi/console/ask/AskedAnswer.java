package io.quanyi.console.ask;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.console.OtherReleases.Other;
import io.quanyi.decision.advice.CustomerQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.explain.CustomerExplanation;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.CodeLine;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.QuotaLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.text.Language;
import io.quanyi.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to the question of the screen: a sentence that can be read aloud, and its basis.
 *
 * @param placed the request
 * @param decision the decision; null if the request is refused
 * @param report the explanation
 * @param sentences the words of the decision
 */
record AskedAnswer(
        PlacedRequest placed, @Nullable Decision decision, ExplanationReport report, AnswerSentences sentences) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WireFormat())
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Decides and explains a request. */
    static AskedAnswer of(PlacedRequest placed, ProgrammeRelease release, Instant now, Language language) {
        List<PlacedRequest> one = List.of(placed);
        ExplanationReport report = CustomerExplanation.of(one, release, now, language)
                .explanations()
                .get(0)
                .report();
        return new AskedAnswer(placed, decision(one, release, now), report, new AnswerSentences(release, language));
    }

    private static @Nullable Decision decision(List<PlacedRequest> one, ProgrammeRelease release, Instant now) {
        try {
            return CustomerQuestion.of(one, release, now).decision().decision();
        } catch (RequestRefused e) {
            return null;
        }
    }

    /** Whether the request is refused, so that there is no decision. */
    boolean isOpen() {
        return decision == null;
    }

    /** The members that the answer waits for, as pointers. */
    List<String> missing() {
        RefusalLine refusal = report.refusal();
        return refusal == null
                ? List.of()
                : refusal.faults().stream().map(FaultLine::pointer).toList();
    }

    /**
     * The values for the template {@code answer.html}.
     *
     * @param service the address of the service
     */
    Map<String, Object> content(String service) {
        Map<String, Object> all = new HashMap<>();
        all.put("report", report);
        all.put("asked", report.asked().text());
        all.put("by", Other.of(sentences.release(), sentences.language()).name());
        all.put("headline", decision == null ? "" : sentences.aloud(decision, suggestions()));
        all.put("outcome", decision == null ? "open" : decision.outcome().name().toLowerCase(java.util.Locale.ROOT));
        all.put("lines", decision == null ? List.of() : sentences.lines(decision));
        all.put("refusals", Stream.ofNullable(report.refusal()).toList());
        all.put(
                "suggestions",
                report.answer() == null ? List.of() : report.answer().suggestions());
        all.put("warnings", warnings());
        all.put("clocks", report.clocks().stream().map(AskedAnswer::clock).toList());
        all.put("quotas", Stream.ofNullable(report.quota()).toList());
        all.put("basis", report.basis());
        all.put("near", report.nearMisses());
        all.put("call", AnswerCopies.call(service, JSON.writeValueAsString(placed.request()), sentences.language()));
        all.put("copies", Stream.ofNullable(decision).map(this::copies).toList());
        return all;
    }

    /** The answer in lines that can be compared with those of another one; the reasons for which more must be known, if it is open. */
    List<String> said() {
        if (decision == null) {
            return report.refusal() == null
                    ? List.of()
                    : report.refusal().faults().stream().map(FaultLine::text).toList();
        }
        List<String> said = new ArrayList<>(sentences.said(decision, suggestions()));
        said.addAll(sentences.lines(decision));
        Stream.ofNullable(report.quota()).map(QuotaLine::text).forEach(said::add);
        return said;
    }

    private Map<String, String> copies(Decision decided) {
        List<String> said = new ArrayList<>(List.of(sentences.aloud(decided, suggestions())));
        said.addAll(sentences.lines(decided));
        return Map.of(
                "ticket", AnswerCopies.ticket(said, report, sentences.language()),
                "entry",
                        AnswerCopies.asCase(
                                placed.request(),
                                report.asked().at(),
                                decided,
                                sentences.release(),
                                sentences.documentLanguage()));
    }

    private List<String> suggestions() {
        return report.answer() == null
                ? List.of()
                : report.answer().suggestions().stream().map(CodeLine::text).toList();
    }

    private static Map<String, Object> clock(ClockLine clock) {
        return Map.of(
                "name", clock.name(),
                "target", clock.target(),
                "text", clock.text(),
                "stretches", clock.stretches(),
                "strip", Objects.requireNonNullElse(DueStrip.of(clock), List.of()));
    }

    /** The warnings of the answer, in words. */
    List<CodeLine> warnings() {
        return report.answer() == null ? List.of() : report.answer().warnings();
    }
}
