package io.quanyi.explain;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.ConditionLine;
import io.quanyi.decision.answer.Decision.DependentTerm;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.OutcomeWords;
import io.quanyi.decision.combination.WeighedFinding;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.ExplanationReport.ReadingLine;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the basis of each part of an answer: of its reasons, its terms, and the conditions assumed to be met. */
final class BasisExplainer {

    private static final String REASON = "Reason";
    private static final String CONDITION = "Condition";
    private static final String DEPENDENT = "DependentTerm";

    private final ExplanationWords wording;
    private final String plan;
    private final RuleCitations citations;
    private final OutcomeWords outcomes;

    /**
     * Begins without lines.
     *
     * @param plan the id of the plan of the customer
     */
    BasisExplainer(ExplanationWords wording, String plan) {
        this.wording = wording;
        this.plan = plan;
        this.citations = new RuleCitations(wording);
        this.outcomes = new OutcomeWords(wording.words());
    }

    List<BasisLine> of(Decision decision, List<WeighedFinding> weighed) {
        Stream<BasisLine> reasons = decision.reasons().stream().map(reason -> reason(reason, weighed));
        Stream<BasisLine> terms = weighed.stream()
                .filter(one -> one.status().counts() && !(one.finding().outcome() instanceof Verdict))
                .map(one -> term(one.finding()));
        Stream<BasisLine> presumed = decision.conditions().stream()
                .filter(condition -> condition.pointer() != null)
                .map(this::presumed);
        Stream<BasisLine> dependent = decision.dependsOn().stream().map(this::dependent);
        return Stream.of(reasons, terms, presumed, dependent)
                .flatMap(lines -> lines)
                .toList();
    }

    private BasisLine reason(Reason reason, List<WeighedFinding> weighed) {
        NamedId restsOn = weighed.stream()
                .map(WeighedFinding::finding)
                .filter(finding -> finding.rule() != null && finding.rule().id().equals(reason.rule()))
                .findFirst()
                .map(finding -> wording.plan(plan, finding))
                .orElse(null);
        return new BasisLine(
                REASON,
                part(REASON),
                wording.words().reason(reason.code()),
                citations.ofId(reason.rule()),
                isFromContract(reason, weighed),
                restsOn,
                List.of());
    }

    /** Whether a reason without a rule comes from the contract; otherwise it follows from the absence of any rule. */
    private static boolean isFromContract(Reason reason, List<WeighedFinding> weighed) {
        return reason.rule() == null
                && weighed.stream()
                        .anyMatch(one -> one.finding().rule() == null
                                && one.reason() != null
                                && one.reason().code().equals(reason.code()));
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

    private BasisLine dependent(DependentTerm term) {
        return new BasisLine(
                DEPENDENT,
                part(DEPENDENT),
                wording.words().dependentTerm(term),
                citations.ofId(term.rule()),
                false,
                null,
                List.of());
    }

    /** The readings behind the window of a term that the rule does not cite itself. */
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
