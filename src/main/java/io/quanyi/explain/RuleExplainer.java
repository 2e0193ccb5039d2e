package io.quanyi.explain;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.OutcomeWords;
import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.decision.combination.WeighedFinding;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.Subscription;
import io.quanyi.explain.ExplanationReport.FindingLine;
import io.quanyi.explain.ExplanationReport.NearMissLine;
import io.quanyi.explain.ExplanationReport.WaitingLine;
import io.quanyi.text.EnumCode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains the rules of a service: those that fired, those that wait for a fact, and those that nearly fired. */
final class RuleExplainer {

    private static final String SERVICE_END = "/subscription/serviceEnd";
    private static final String SERVICE_START = "/subscription/serviceStart";

    private final ExplanationWords wording;
    private final PlacedRequest placed;
    private final Subscription subscription;
    private final RuleCitations citations;
    private final OutcomeWords outcomes;

    RuleExplainer(ExplanationWords wording, PlacedRequest placed) {
        this.wording = wording;
        this.placed = placed;
        this.subscription = placed.request().subscription();
        this.citations = new RuleCitations(wording);
        this.outcomes = new OutcomeWords(wording.words());
    }

    FindingLine findings(WeighedFinding weighed, @Nullable Decision decision) {
        Finding finding = weighed.finding();
        return new FindingLine(
                citations.of(finding.rule()),
                outcomes.said(finding),
                wording.plan(subscription.plan(), finding),
                weighed.status().counts(),
                weighed.status(),
                why(weighed, decision));
    }

    private String why(WeighedFinding weighed, @Nullable Decision decision) {
        Object argument = switch (weighed.status()) {
            case NEARER_COUNTS -> decision == null ? "" : nearer(weighed, decision);
            case SAME_AS -> named(weighed.counting().rule());
            case OUTRANKED -> decision == null ? "" : reasons(decision);
            default -> "";
        };
        return wording.text(textCode(weighed.status()), argument);
    }

    private static String textCode(FindingStatus status) {
        return "standing." + EnumCode.of(status);
    }

    private String nearer(WeighedFinding weighed, Decision decision) {
        return weighed.counting().equals(weighed.finding())
                ? reasons(decision)
                : named(weighed.counting().rule());
    }

    private String reasons(Decision decision) {
        return wording.punctuation()
                .list(decision.reasons().stream()
                        .map(reason -> wording.words().reason(reason.code()))
                        .distinct()
                        .toList());
    }

    private String named(@Nullable RuleInfo rule) {
        return rule == null ? wording.text("contract") : rule.id();
    }

    /**
     * Explains a finding that waits for an absent fact.
     *
     * @param missing the pointers of the members that the refusal asks for
     */
    WaitingLine waiting(Finding finding, Set<String> missing) {
        AbsentFact absent = Objects.requireNonNull(finding.absent(), "what it waits for");
        String pointer = pointer(absent);
        boolean decisive = missing.contains(pointer);
        String member = wording.member(pointer);
        return new WaitingLine(
                citations.of(finding.rule()),
                outcomes.said(finding),
                placed.pointer(pointer),
                member,
                absent.meaning(),
                decisive,
                wording.text(decisive ? "waiting.decisive" : "waiting", member));
    }

    /** The absent member of the request. A service period has two members; if its end is known, its start is absent. */
    private String pointer(AbsentFact absent) {
        boolean ends = subscription.serviceEnd() != null && absent.pointer().equals(SERVICE_END);
        return ends ? SERVICE_START : absent.pointer();
    }

    /** The rules that nearly fired, without those that wait for the fact that they lack. */
    List<NearMissLine> near(List<NearMiss> misses, Collection<Finding> waiting) {
        return misses.stream()
                .filter(miss -> miss.value() != null || waiting.stream().noneMatch(finding -> isOf(miss, finding)))
                .map(this::near)
                .toList();
    }

    private static boolean isOf(NearMiss miss, Finding finding) {
        RuleInfo rule = finding.rule();
        return rule != null && rule.id().equals(miss.rule().id());
    }

    private NearMissLine near(NearMiss miss) {
        return new NearMissLine(
                citations.ofRule(miss.rule()),
                outcomes.said(new Finding(miss.rule(), miss.outcome(), 0, null)),
                miss.words(),
                miss.field(),
                miss.value(),
                new ConditionWords(wording).of(miss));
    }
}
