package io.quanyi.decision.answer;

import io.quanyi.decision.answer.Decision.TargetValue;
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
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of the outcomes that rules and contracts state, in one language. */
public final class OutcomeWords {

    private final AnswerWords words;
    private final Map<Class<? extends Outcome>, Function<Outcome, String>> sayings = new HashMap<>();

    public OutcomeWords(AnswerWords words) {
        this.words = words;
        addVerdicts();
        addTimes();
        addLimits();
        addRoutes();
        addCharges();
    }

    /** The words of a finding of a rule or of the contract. */
    public String said(Finding finding) {
        return finding.outcome() instanceof Granted
                ? words.reason(
                        ReasonCode.ofGrant(finding.rule(), finding.distance()).code())
                : said(finding.outcome());
    }

    /** The words of an outcome. */
    public String said(Outcome outcome) {
        return Objects.requireNonNull(sayings.get(outcome.getClass()), "every outcome has words")
                .apply(outcome);
    }

    private <T extends Outcome> void say(Class<T> type, Function<T, String> words) {
        sayings.put(type, outcome -> words.apply(type.cast(outcome)));
    }

    private void addVerdicts() {
        say(Granted.class, granted -> words.reason("granted"));
        say(Denied.class, denied -> words.reason(denied.code()));
        say(Undetermined.class, undetermined -> words.reason(undetermined.code()));
        say(Payable.class, payable -> words.reason(payable.code()));
        say(Plan.class, plan -> text("statement.plan", words.name(Domain.PLAN, plan.id())));
        say(
                Condition.class,
                condition -> words.condition(new Decision.ConditionLine(condition.code(), null, null, null, null)));
    }

    private void addTimes() {
        say(Response.class, response -> promise("response", response.target(), response.window()));
        say(Resolution.class, resolution -> promise("resolution", resolution.target(), resolution.window()));
        say(FulfilledBy.class, deed -> text("statement.fulfilled-by", words.name(Domain.FULFILMENT, deed.id())));
        say(Hours.class, hours -> statement("window", words.name(Domain.WINDOW, hours.window())));
        say(LeadTime.class, lead -> statement("lead-time", lead.days()));
    }

    private void addLimits() {
        say(Quota.class, this::quota);
        say(EachLimit.class, each -> text("statement.each", words.amount(each.limit(), each.unit())));
        say(GroupLimit.class, group -> text("statement.group", group.users()));
    }

    private void addRoutes() {
        say(Channel.class, channel -> statement("channel", words.name(Domain.CHANNEL, channel.id())));
        say(Seat.class, seat -> statement("seat", words.name(Domain.SEAT, seat.id())));
        say(Priority.class, priority -> statement("priority", words.name(Domain.PRIORITY, priority.id())));
        say(Language.class, language -> statement("language", words.name(Domain.LANGUAGE, language.id())));
        say(Delivery.class, delivery -> statement("delivery", words.name(Domain.DELIVERY, delivery.mode())));
        say(DeliveredBy.class, by -> statement("deliverer", words.name(Domain.DELIVERER, by.id())));
    }

    private void addCharges() {
        say(Charge.class, this::charge);
        say(ChargeShare.class, this::share);
    }

    private String statement(String code, Object... arguments) {
        return text("statement." + code, arguments);
    }

    private String text(String code, Object... arguments) {
        return Texts.of(
                words.language(),
                code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private String promise(String what, Target target, @Nullable String window) {
        String promise = words.promise(what, new TargetValue(target.amount(), target.unit()));
        return window == null ? promise : statement("clock", promise, words.name(Domain.WINDOW, window));
    }

    private String quota(Quota quota) {
        return words.quota(quota.limit(), quota.unit(), quota.per());
    }

    private String charge(Charge charge) {
        return prices().sum(charge.from(), charge.to(), charge.currency(), charge.per(), charge.approximate());
    }

    private String share(ChargeShare share) {
        return prices().share(share.from(), share.to(), share.of(), share.per(), share.approximate());
    }

    private PriceWords prices() {
        return new PriceWords(words);
    }
}
