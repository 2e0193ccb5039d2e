package io.quanyi.explain;

import io.quanyi.decision.answer.Decision.TargetValue;
import io.quanyi.decision.answer.PriceWords;
import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Domain;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Language;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Undetermined;
import io.quanyi.servicetime.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of the outcomes that rules and contracts state. */
final class OutcomeWords {

    private final ExplanationWords wording;
    private final Map<Class<? extends Outcome>, Function<Outcome, String>> sayings = new HashMap<>();

    OutcomeWords(ExplanationWords wording) {
        this.wording = wording;
        addVerdicts();
        addTimes();
        addLimits();
        addRoutes();
        addCharges();
    }

    /** The words of a finding of a rule or of the contract. */
    String said(Finding finding) {
        return finding.outcome() instanceof Granted
                ? wording.words()
                        .reason(ReasonCode.ofGrant(finding.rule(), finding.distance())
                                .code())
                : said(finding.outcome());
    }

    String said(Outcome outcome) {
        return Objects.requireNonNull(sayings.get(outcome.getClass()), "every outcome has words")
                .apply(outcome);
    }

    private <T extends Outcome> void say(Class<T> type, Function<T, String> words) {
        sayings.put(type, outcome -> words.apply(type.cast(outcome)));
    }

    private void addVerdicts() {
        say(Granted.class, granted -> wording.words().reason("granted"));
        say(Denied.class, denied -> wording.words().reason(denied.code()));
        say(Undetermined.class, undetermined -> wording.words().reason(undetermined.code()));
        say(Payable.class, payable -> wording.words().reason(payable.code()));
        say(Plan.class, plan -> wording.text("said.plan", wording.name(Domain.PLAN, plan.id())));
        say(Condition.class, condition -> wording.condition(condition.code(), null));
    }

    private void addTimes() {
        say(Response.class, response -> promise("response", response.target(), response.window()));
        say(Resolution.class, resolution -> promise("resolution", resolution.target(), resolution.window()));
        say(FulfilledBy.class, deed -> wording.text("said.fulfilled", wording.name(Domain.FULFILMENT, deed.id())));
        say(Hours.class, hours -> statement("window", wording.name(Domain.WINDOW, hours.window())));
        say(LeadTime.class, lead -> statement("lead-time", lead.days()));
    }

    private void addLimits() {
        say(Quota.class, this::quota);
        say(EachLimit.class, each -> wording.text("said.each", wording.words().amount(each.limit(), each.unit())));
        say(GroupLimit.class, group -> wording.text("said.group", group.users()));
    }

    private void addRoutes() {
        say(Channel.class, channel -> statement("channel", wording.name(Domain.CHANNEL, channel.id())));
        say(Seat.class, seat -> statement("seat", wording.name(Domain.SEAT, seat.id())));
        say(Priority.class, priority -> statement("priority", wording.name(Domain.PRIORITY, priority.id())));
        say(Language.class, language -> statement("language", wording.name(Domain.LANGUAGE, language.id())));
        say(Delivery.class, delivery -> statement("delivery", wording.name(Domain.DELIVERY, delivery.mode())));
        say(DeliveredBy.class, by -> statement("deliverer", wording.name(Domain.DELIVERER, by.id())));
    }

    private void addCharges() {
        say(Charge.class, this::charge);
        say(ChargeShare.class, this::share);
    }

    private String statement(String code, Object... arguments) {
        return wording.shared("statement." + code, arguments);
    }

    private String promise(String what, Target target, @Nullable String window) {
        String promise = wording.words().promise(what, new TargetValue(target.amount(), target.unit()));
        return window == null ? promise : statement("clock", promise, wording.name(Domain.WINDOW, window));
    }

    private String quota(Quota quota) {
        return wording.words().quota(quota.limit(), quota.unit(), quota.per());
    }

    private String charge(Charge charge) {
        return prices().sum(charge.from(), charge.to(), charge.currency(), charge.per(), charge.approximate());
    }

    private String share(ChargeShare share) {
        return prices().share(share.from(), share.to(), share.of(), share.per(), share.approximate());
    }

    private PriceWords prices() {
        return new PriceWords(wording.words());
    }
}
