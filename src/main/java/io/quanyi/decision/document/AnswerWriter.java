package io.quanyi.decision.document;

import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.TermForm;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.document.DecisionAnswer.Charge;
import io.quanyi.decision.document.DecisionAnswer.Condition;
import io.quanyi.decision.document.DecisionAnswer.DependentTerm;
import io.quanyi.decision.document.DecisionAnswer.LeadTime;
import io.quanyi.decision.document.DecisionAnswer.OtherSubscription;
import io.quanyi.decision.document.DecisionAnswer.Progress;
import io.quanyi.decision.document.DecisionAnswer.Promise;
import io.quanyi.decision.document.DecisionAnswer.Quota;
import io.quanyi.decision.document.DecisionAnswer.ReadingNote;
import io.quanyi.decision.document.DecisionAnswer.Reason;
import io.quanyi.decision.document.DecisionAnswer.Route;
import io.quanyi.decision.document.DecisionAnswer.RouteChannel;
import io.quanyi.decision.document.DecisionAnswer.Suggestion;
import io.quanyi.decision.document.DecisionAnswer.Target;
import io.quanyi.decision.document.DecisionAnswer.Warning;
import io.quanyi.facts.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision about one subscription as the answer that is sent, with texts in one language, and pointers into the request of
 * the caller.
 */
public record AnswerWriter(AnswerWords words, PlacedRequest placed) {

    /** Writes the decision about a customer. */
    static DecisionAnswer answer(CustomerDecision decided, AnswerWords words) {
        PlacedRequest strongest = decided.placed();
        AnswerWriter writer = new AnswerWriter(words, strongest);
        if (!strongest.isOfList()) {
            return writer.answer(decided.decision(), null, null);
        }
        List<OtherSubscription> others =
                decided.others().stream().map(other -> other(other, words)).toList();
        return writer.answer(decided.decision(), strongest.place(), others);
    }

    private static OtherSubscription other(CustomerDecision.Other other, AnswerWords words) {
        PlacedRequest placed = other.placed();
        return new OtherSubscription(
                placed.place(),
                other.decision() == null ? null : new AnswerWriter(words, placed).answer(other.decision(), null, null),
                other.refused() == null ? null : RefusalProblem.of(placed.refusal(other.refused()), words.language()));
    }

    /** Writes one decision, with its subscription if the caller sent a list of them. */
    public DecisionAnswer answer(Decision decision) {
        return answer(decision, placed.isOfList() ? placed.place() : null, null);
    }

    private DecisionAnswer answer(
            Decision decision, @Nullable String subscription, @Nullable List<OtherSubscription> others) {
        return new DecisionAnswer(
                DecisionAnswer.KIND,
                decision.outcome(),
                decision.entitled(),
                decision.service(),
                decision.plan(),
                decision.grantedByPlan(),
                decision.authority(),
                decision.reasons().stream().map(this::reason).toList(),
                decision.window(),
                promise("response", decision.response()),
                promise("resolution", decision.resolution()),
                quota(decision.quota()),
                leadTime(decision.leadTime()),
                decision.charges().stream().map(AnswerWriter::charge).toList(),
                decision.conditions().stream().map(this::condition).toList(),
                decision.dependsOn().stream().map(this::dependentTerm).toList(),
                decision.warnings().stream().map(this::warning).toList(),
                decision.suggestions().stream()
                        .map(suggestion -> suggestion(suggestion, decision))
                        .toList(),
                decision.readings().stream()
                        .map(reading -> new ReadingNote(reading.id(), words.reading(reading.id())))
                        .toList(),
                route(decision.route()),
                decision.bases(),
                decision.release(),
                subscription,
                others);
    }

    private Reason reason(Decision.Reason reason) {
        return new Reason(reason, words.reason(reason.code()));
    }

    private @Nullable Promise promise(String what, Decision.@Nullable Promise promise) {
        return promise == null
                ? null
                : new Promise(
                        new Target(promise.target().amount(), promise.target().unit()),
                        promise.window(),
                        promise.dueAt(),
                        promise.fulfilledBy(),
                        promise.rule(),
                        promise.clause(),
                        promise.quote(),
                        words.promise(what, promise.target()),
                        promise.counted(),
                        promise.countedOmitted(),
                        progress(promise.progress()));
    }

    private @Nullable Progress progress(Decision.@Nullable Progress progress) {
        return progress == null ? null : new Progress(progress, words.progress(progress));
    }

    private static @Nullable Quota quota(Decision.@Nullable QuotaState quota) {
        if (quota == null) {
            return null;
        }
        Decision.EachState each = quota.each();
        return new Quota(
                quota.limit(),
                quota.unit(),
                quota.per(),
                quota.used(),
                quota.remaining(),
                quota.from(),
                quota.to(),
                each == null ? null : each.limit(),
                each == null ? null : each.unit(),
                quota.rule(),
                quota.clause(),
                quota.quote());
    }

    private static @Nullable LeadTime leadTime(Decision.@Nullable LeadTimeState lead) {
        return lead == null
                ? null
                : new LeadTime(lead.days(), lead.earliestStart(), lead.rule(), lead.clause(), lead.quote());
    }

    private static Charge charge(Decision.ChargeLine charge) {
        return new Charge(
                charge.from(),
                charge.to(),
                charge.currency(),
                charge.share(),
                charge.per(),
                charge.approximate(),
                charge.rule(),
                charge.clause(),
                charge.quote());
    }

    private Condition condition(Decision.ConditionLine condition) {
        return new Condition(
                condition.code(),
                pointer(condition.pointer()),
                condition.rule(),
                condition.clause(),
                condition.quote(),
                words.condition(condition));
    }

    private DependentTerm dependentTerm(Decision.DependentTerm term) {
        return new DependentTerm(
                term.part(),
                placed.pointer(term.pointer()),
                term.assumed(),
                TermForm.content(term.term()),
                term.rule(),
                term.clause(),
                term.quote(),
                words.dependentTerm(term));
    }

    private Warning warning(Decision.Warning warning) {
        return new Warning(warning.code(), pointer(warning.pointer()), warning.value(), words.warning(warning));
    }

    private @Nullable String pointer(@Nullable String own) {
        return own == null ? null : placed.pointer(own);
    }

    private Suggestion suggestion(Decision.Suggestion suggestion, Decision decision) {
        return new Suggestion(
                suggestion.code(),
                settings(suggestion.set()),
                suggestion.outcome(),
                words.suggestion(suggestion, decision));
    }

    /** Settings of members, at their places in the request of the caller. */
    public List<Decision.Setting> settings(List<Decision.Setting> settings) {
        return settings.stream()
                .map(setting -> new Decision.Setting(placed.pointer(setting.pointer()), setting.value()))
                .toList();
    }

    private Route route(Decision.Route route) {
        return new Route(
                route.channels().stream()
                        .map(channel -> new RouteChannel(
                                channel.id(),
                                words.name(Domain.CHANNEL, channel.id()),
                                channel.contact(),
                                channel.open(),
                                channel.rule(),
                                channel.clause(),
                                channel.quote()))
                        .toList(),
                route.seat(),
                route.priority(),
                route.deliveredBy(),
                route.deliverers(),
                route.delivery(),
                route.language());
    }
}
