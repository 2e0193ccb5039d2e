package io.quanyi.explain;

import io.quanyi.decision.Decision;
import io.quanyi.decision.Finding;
import io.quanyi.decision.Finding.AbsentFact;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.Subscription;
import io.quanyi.explain.ExplanationReport.NearRule;
import io.quanyi.explain.ExplanationReport.SpokenRule;
import io.quanyi.explain.ExplanationReport.WaitingRule;
import io.quanyi.explain.Weighing.Weight;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a service, by how near they came to having a say. */
final class Rules {

    private static final String SERVICE_END = "/subscription/serviceEnd";
    private static final String SERVICE_START = "/subscription/serviceStart";

    private final Wording wording;
    private final Subscription subscription;
    private final Citations citations;
    private final OutcomeWords outcomes;

    Rules(Wording wording, Subscription subscription) {
        this.wording = wording;
        this.subscription = subscription;
        this.citations = new Citations(wording);
        this.outcomes = new OutcomeWords(wording);
    }

    SpokenRule spoken(Weight weight, @Nullable Decision decision) {
        Finding finding = weight.finding();
        return new SpokenRule(
                citations.of(finding.rule()),
                outcomes.said(finding),
                wording.plan(subscription.plan(), finding),
                weight.standing().counts(),
                weight.standing(),
                why(weight, decision));
    }

    private String why(Weight weight, @Nullable Decision decision) {
        Object argument = switch (weight.standing()) {
            case NEARER_COUNTS -> decision == null ? "" : nearer(weight, decision);
            case SAME_AS -> named(weight.counting().rule());
            case OUTRANKED -> decision == null ? "" : reasons(decision);
            default -> "";
        };
        return wording.text(weight.standing().textCode(), argument);
    }

    private String nearer(Weight weight, Decision decision) {
        return weight.counting().equals(weight.finding())
                ? reasons(decision)
                : named(weight.counting().rule());
    }

    private String reasons(Decision decision) {
        return wording.punctuation()
                .list(decision.reasons().stream()
                        .map(reason -> wording.words().ground(reason.code()))
                        .distinct()
                        .toList());
    }

    private String named(@Nullable RuleInfo rule) {
        return rule == null ? wording.text("contract") : rule.id();
    }

    /** @param missing the pointers of what is asked for */
    WaitingRule waiting(Finding finding, Set<String> missing) {
        AbsentFact absent = Objects.requireNonNull(finding.absent(), "what it waits for");
        String pointer = pointer(absent);
        boolean decisive = missing.contains(pointer);
        String member = wording.member(pointer);
        return new WaitingRule(
                citations.of(finding.rule()),
                outcomes.said(finding),
                pointer,
                member,
                absent.meaning(),
                decisive,
                wording.text(decisive ? "waiting.decisive" : "waiting", member));
    }

    /** Where a service period begins and ends are two members: named is one that is not there. */
    private String pointer(AbsentFact absent) {
        boolean ends = subscription.serviceEnd() != null && absent.pointer().equals(SERVICE_END);
        return ends ? SERVICE_START : absent.pointer();
    }

    /** Those that do not wait for the very fact that they lack. */
    List<NearRule> near(List<NearMiss> misses, Collection<Finding> waiting) {
        return misses.stream()
                .filter(miss -> miss.value() != null || waiting.stream().noneMatch(finding -> isOf(miss, finding)))
                .map(this::near)
                .toList();
    }

    private static boolean isOf(NearMiss miss, Finding finding) {
        RuleInfo rule = finding.rule();
        return rule != null && rule.id().equals(miss.rule().id());
    }

    private NearRule near(NearMiss miss) {
        return new NearRule(
                citations.ofRule(miss.rule()),
                outcomes.said(new Finding(miss.rule(), miss.outcome(), 0, null)),
                miss.words(),
                miss.field(),
                miss.value(),
                new ConditionWords(wording).of(miss));
    }
}
