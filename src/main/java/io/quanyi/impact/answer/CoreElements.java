package io.quanyi.impact.answer;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.TermForm;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Splits the core of an answer into its elements. Two answers to one request, of which not both are refusals, have equal elements exactly if
 * they have equal cores.
 */
public final class CoreElements {

    private static final String QUESTION = "/question/service";

    private final SortedSet<CoreElement> elements = new TreeSet<>();

    private CoreElements() {}

    /**
     * The elements of a refusal. A service that a release does not know is named at the question alone: in the lists of a request any number of
     * entries may name it.
     */
    public static SortedSet<CoreElement> of(RequestRefused refused) {
        CoreElements elements = new CoreElements();
        boolean missing = refused.stage() == Stage.MISSING;
        elements.add(Subject.OUTCOME, missing ? "MISSING" : "REFUSED");
        refused.faults().stream()
                .filter(fault -> refused.faults().stream().noneMatch(other -> repeats(fault, other)))
                .forEach(fault -> elements.add(
                        missing
                                ? CoreElement.of(Subject.MISSING, fault.pointer())
                                : CoreElement.of(Subject.REFUSAL, fault.code(), fault.pointer())));
        return elements.elements;
    }

    /** Whether a fault says of an entry of a list what another says of the question. */
    private static boolean repeats(Fault fault, Fault ofQuestion) {
        return ofQuestion.pointer().equals(QUESTION)
                && !fault.pointer().equals(QUESTION)
                && fault.code().equals(ofQuestion.code())
                && fault.arguments().equals(ofQuestion.arguments());
    }

    /** The elements of a decision. */
    public static SortedSet<CoreElement> of(Decision decision) {
        CoreElements elements = new CoreElements();
        elements.add(Subject.OUTCOME, decision.outcome());
        decision.reasons().forEach(reason -> elements.add(Subject.REASON, reason.code()));
        elements.add(Subject.GRANTED_BY, decision.grantedByPlan());
        elements.terms(decision);
        decision.conditions().forEach(elements::condition);
        elements.route(decision.route());
        decision.dependsOn().forEach(elements::dependent);
        return elements.elements;
    }

    private void terms(Decision decision) {
        add(Subject.WINDOW, decision.window() == null ? null : decision.window().id());
        promise(Subject.RESPONSE, decision.response());
        promise(Subject.RESOLUTION, decision.resolution());
        quota(Core.quota(decision));
        add(
                Subject.LEAD_TIME,
                decision.leadTime() == null ? null : decision.leadTime().days());
        decision.charges().forEach(this::charge);
    }

    private void promise(Subject subject, Decision.@Nullable Promise promise) {
        if (promise != null) {
            add(CoreElement.of(
                    subject,
                    promise.target().amount().toPlainString(),
                    promise.target().unit(),
                    promise.window(),
                    promise.fulfilledBy()));
        }
    }

    private void quota(Decision.@Nullable QuotaState quota) {
        if (quota != null) {
            Decision.EachState each = quota.each();
            add(CoreElement.of(
                    Subject.QUOTA,
                    quota.limit().toPlainString(),
                    quota.unit(),
                    quota.per(),
                    each == null ? null : each.limit(),
                    each == null ? null : each.unit()));
        }
    }

    /** Adds a charge. A core that states a charge twice has two elements, told apart by a counter. */
    private void charge(Decision.ChargeLine charge) {
        Decision.Share share = charge.share();
        Object from = share == null ? charge.from() : share.from();
        Object to = share == null ? charge.to() : share.to();
        String of = share == null ? charge.currency() : share.of();
        String about = charge.approximate() ? "about" : null;
        int times = 1;
        while (!add(CoreElement.of(Subject.CHARGE, from, to, of, charge.per(), about, times == 1 ? null : times))) {
            times++;
        }
    }

    private void condition(Decision.ConditionLine condition) {
        add(
                condition.pointer() == null
                        ? CoreElement.of(Subject.CONDITION, condition.code())
                        : CoreElement.of(Subject.ASSUMPTION, condition.code(), condition.pointer()));
    }

    /** Adds a dependent term, unless the answer states the assumption as a condition. */
    private void dependent(Decision.DependentTerm term) {
        if (!term.assumed()) {
            add(of(term));
        }
    }

    /** The element of a dependent term. */
    static CoreElement of(Decision.DependentTerm term) {
        List<Object> words = new ArrayList<>(List.of(term.part(), term.pointer()));
        words.addAll(TermForm.content(term.term()));
        return CoreElement.of(Subject.DEPENDENT, words.toArray());
    }

    private void route(Decision.Route route) {
        route.channels().forEach(channel -> add(Subject.CHANNEL, channel.id()));
        add(Subject.SEAT, route.seat());
        add(Subject.PRIORITY, route.priority());
        all(Subject.DELIVERER, route.deliverers());
        all(Subject.DELIVERY, route.delivery());
        add(Subject.LANGUAGE, route.language());
    }

    private void all(Subject subject, Collection<String> values) {
        values.forEach(value -> add(subject, value));
    }

    private void add(Subject subject, @Nullable Object value) {
        if (value != null) {
            add(CoreElement.of(subject, value));
        }
    }

    private boolean add(CoreElement element) {
        return elements.add(element);
    }
}
