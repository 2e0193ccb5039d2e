package io.quanyi.explain;

import io.quanyi.decision.Decision;
import io.quanyi.decision.Decision.ConditionLine;
import io.quanyi.decision.Decision.Reason;
import io.quanyi.decision.Finding;
import io.quanyi.decision.RuleInfo;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.Named;
import io.quanyi.explain.ExplanationReport.ReadingLine;
import io.quanyi.explain.Weighing.Weight;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each part of an answer rests on: its reasons, its terms, and what was taken as met. */
final class Bases {

    private static final String REASON = "Reason";
    private static final String CONDITION = "Condition";

    private final Wording wording;
    private final String plan;
    private final Citations citations;
    private final OutcomeWords outcomes;

    /** @param plan the customer's own */
    Bases(Wording wording, String plan) {
        this.wording = wording;
        this.plan = plan;
        this.citations = new Citations(wording);
        this.outcomes = new OutcomeWords(wording);
    }

    List<BasisLine> of(Decision decision, List<Weight> weights) {
        Stream<BasisLine> reasons = decision.reasons().stream().map(reason -> reason(reason, weights));
        Stream<BasisLine> terms = weights.stream()
                .filter(weight ->
                        weight.standing().counts() && !(weight.finding().outcome() instanceof Verdict))
                .map(weight -> term(weight.finding()));
        Stream<BasisLine> presumed = decision.conditions().stream()
                .filter(condition -> condition.pointer() != null)
                .map(this::presumed);
        return Stream.of(reasons, terms, presumed).flatMap(lines -> lines).toList();
    }

    private BasisLine reason(Reason reason, List<Weight> weights) {
        Named restsOn = weights.stream()
                .map(Weight::finding)
                .filter(finding -> finding.rule() != null && finding.rule().id().equals(reason.rule()))
                .findFirst()
                .map(finding -> wording.plan(plan, finding))
                .orElse(null);
        return new BasisLine(
                REASON,
                part(REASON),
                wording.words().ground(reason.code()),
                citations.ofId(reason.rule()),
                isAgreed(reason, weights),
                restsOn,
                List.of());
    }

    /** What no rule says the contract says, if anything of it does; else it follows from there being no rule. */
    private static boolean isAgreed(Reason reason, List<Weight> weights) {
        return reason.rule() == null
                && weights.stream()
                        .map(Weight::finding)
                        .anyMatch(finding ->
                                finding.rule() == null && Weighing.speaksFor(finding.outcome(), reason.code()));
    }

    private BasisLine term(Finding finding) {
        String part = finding.outcome().getClass().getSimpleName();
        return new BasisLine(
                part,
                part(part),
                outcomes.said(finding),
                citations.of(finding.rule()),
                finding.rule() == null,
                wording.plan(plan, finding),
                windowReadings(finding));
    }

    private BasisLine presumed(ConditionLine condition) {
        return new BasisLine(
                CONDITION,
                part(CONDITION),
                wording.words().condition(condition),
                citations.ofId(condition.rule()),
                false,
                null,
                List.of());
    }

    /** Those that the rule does not name itself. */
    private List<ReadingLine> windowReadings(Finding finding) {
        RuleInfo rule = finding.rule();
        return citations.ofWindow(window(finding.outcome())).stream()
                .filter(reading -> rule == null || !rule.readings().contains(reading.id()))
                .toList();
    }

    private static @Nullable String window(Outcome term) {
        if (term instanceof Hours hours) {
            return hours.window();
        }
        if (term instanceof Response response) {
            return response.window();
        }
        return term instanceof Resolution resolution ? resolution.window() : null;
    }

    private String part(String part) {
        return wording.text("part." + part);
    }
}
