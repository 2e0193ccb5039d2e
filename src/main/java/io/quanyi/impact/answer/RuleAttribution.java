package io.quanyi.impact.answer;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Channel;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Language;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Seat;
import io.quanyi.impact.answer.CoreElement.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the rules from which given elements of an answer follow. */
public final class RuleAttribution {

    private final Set<CoreElement> elements;
    private final Set<String> rules = new TreeSet<>();

    private RuleAttribution(Collection<CoreElement> elements) {
        this.elements = Set.copyOf(elements);
    }

    /** The ids of the rules from which elements of the answer of a release to a request follow. */
    public static List<String> rules(
            Collection<CoreElement> elements, DecisionRequest request, ProgrammeRelease release, Instant at) {
        RuleAttribution attribution = new RuleAttribution(elements);
        try {
            CheckedQuestion question = CheckedQuestion.of(request, release, at);
            question.findings().forEach(attribution::addRuleOf);
            attribution.addRulesOf(question);
        } catch (RequestRefused e) {
            return List.of();
        }
        return List.copyOf(attribution.rules);
    }

    /** Adds the rules that the decision names; none if facts are missing. */
    private void addRulesOf(CheckedQuestion question) {
        try {
            addRulesOf(question.decision());
        } catch (RequestRefused e) {
            return;
        }
    }

    private void addRulesOf(Decision decision) {
        decision.reasons().stream()
                .filter(reason -> elements.contains(CoreElement.of(Subject.REASON, reason.code())))
                .forEach(reason -> add(reason.rule()));
        if (decision.window() != null && isAbout(Subject.WINDOW)) {
            add(decision.window().rule());
        }
        if (decision.response() != null && isAbout(Subject.RESPONSE)) {
            add(decision.response().rule());
        }
        if (decision.resolution() != null && isAbout(Subject.RESOLUTION)) {
            add(decision.resolution().rule());
        }
        if (decision.quota() != null && isAbout(Subject.QUOTA)) {
            add(decision.quota().rule());
        }
        if (decision.leadTime() != null && isAbout(Subject.LEAD_TIME)) {
            add(decision.leadTime().rule());
        }
        if (isAbout(Subject.CHARGE)) {
            decision.charges().forEach(charge -> add(charge.rule()));
        }
        decision.conditions().stream()
                .filter(condition -> isAbout(CoreElement.of(Subject.CONDITION, condition.code()))
                        || isAbout(CoreElement.of(Subject.ASSUMPTION, condition.code(), condition.pointer())))
                .forEach(condition -> add(condition.rule()));
        decision.dependsOn().stream()
                .filter(term -> isAbout(CoreElements.of(term)))
                .forEach(term -> add(term.rule()));
    }

    private boolean isAbout(CoreElement element) {
        return elements.contains(element);
    }

    private boolean isAbout(Subject subject) {
        return elements.stream().anyMatch(element -> element.subject() == subject);
    }

    /** Adds the rule of a finding whose element carries no rule in the answer. */
    private void addRuleOf(Finding finding) {
        CoreElement element = elementOf(finding);
        if (element != null && elements.contains(element)) {
            add(Objects.requireNonNull(finding.rule(), "findings of rules only").id());
        }
    }

    private static @Nullable CoreElement elementOf(Finding finding) {
        if (finding.absent() != null) {
            return CoreElement.of(Subject.MISSING, finding.absent().pointer());
        }
        Outcome outcome = finding.outcome();
        if (outcome instanceof Channel channel) {
            return CoreElement.of(Subject.CHANNEL, channel.id());
        }
        if (outcome instanceof DeliveredBy deliverer) {
            return CoreElement.of(Subject.DELIVERER, deliverer.id());
        }
        if (outcome instanceof Delivery delivery) {
            return CoreElement.of(Subject.DELIVERY, delivery.mode());
        }
        if (outcome instanceof Seat seat) {
            return CoreElement.of(Subject.SEAT, seat.id());
        }
        if (outcome instanceof Priority priority) {
            return CoreElement.of(Subject.PRIORITY, priority.id());
        }
        return outcome instanceof Language language ? CoreElement.of(Subject.LANGUAGE, language.id()) : null;
    }

    private void add(@Nullable String rule) {
        if (rule != null) {
            rules.add(rule);
        }
    }
}
