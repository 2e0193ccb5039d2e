package io.quanyi.decision;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.combination.RuleReason;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Domain;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a question with the limits that terms state. A limit is written once, in a rule, and compared here; each denial names the
 * rule.
 */
final class LimitCheck {

    private final ResolvedRequest question;
    private final AskedQuestion asked;
    private final Combination combination;
    private final List<RuleReason> reasons = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private final @Nullable QuotaCount quota;

    LimitCheck(ResolvedRequest question, Combination combination, UsageTotals usage) {
        this.question = question;
        this.asked = question.request().question();
        this.combination = combination;
        Stated<Quota> stated = combination.nearest(Quota.class);
        this.quota = stated == null ? null : QuotaCount.of(stated, question, usage, missing);
        if (quota != null) {
            add(quota.reason(asked));
        }
        channel();
        delivery();
        each();
        group();
        leadTime();
    }

    /** The reasons of denials by limits. */
    List<RuleReason> reasons() {
        return reasons;
    }

    /** The pointers of absent facts that a limit needs; those of usage entries are in {@link #usage}. */
    Set<String> missing() {
        return missing;
    }

    /** The usage of the quota; null without a quota. */
    UsageTotals.@Nullable Total usage() {
        return quota == null ? null : quota.total();
    }

    /** The count of the quota; null without a quota. */
    @Nullable QuotaCount quota() {
        return quota;
    }

    /** Each numeric limit with the amount that is held against it. */
    List<HeldAmount> heldAmounts() {
        List<HeldAmount> held = new ArrayList<>();
        if (quota != null) {
            held.add(quota.held(asked));
        }
        Stated<EachLimit> each = combination.nearest(EachLimit.class);
        BigDecimal wanted = each == null ? null : amount(each.term().unit());
        if (each != null && wanted != null) {
            held.add(new HeldAmount(each.rule(), EachLimit.class, atOnce(each.term()), wanted));
        }
        Stated<GroupLimit> group = combination.nearest(GroupLimit.class);
        if (group != null && users() > 0) {
            held.add(new HeldAmount(
                    group.rule(),
                    GroupLimit.class,
                    BigDecimal.valueOf(group.term().users()),
                    BigDecimal.valueOf(users())));
        }
        Stated<LeadTime> lead = combination.nearest(LeadTime.class);
        Integer days = FactBuilder.leadDays(asked.requestedStart(), question.day());
        if (lead != null && days != null) {
            held.add(new HeldAmount(
                    lead.rule(), LeadTime.class, BigDecimal.valueOf(lead.term().days()), BigDecimal.valueOf(days)));
        }
        return held;
    }

    private void channel() {
        List<Stated<Channel>> offered = combination.all(Channel.class);
        boolean elsewhere =
                asked.channel() != null && question.release().catalogue().isElsewhere(Domain.CHANNEL, asked.channel());
        if (elsewhere && offered.isEmpty()) {
            add(new RuleReason(ReasonCode.CHANNEL_NOT_OFFERED, null));
        } else {
            offered(
                    asked.channel(),
                    offered,
                    channel -> channel.id().equals(asked.channel()),
                    ReasonCode.CHANNEL_NOT_OFFERED);
        }
    }

    private void delivery() {
        offered(
                asked.delivery(),
                combination.all(Delivery.class),
                delivery -> delivery.mode().equals(asked.delivery()),
                ReasonCode.DELIVERY_NOT_OFFERED);
    }

    private <T extends Term> void offered(
            @Nullable String wanted, List<Stated<T>> offered, Predicate<T> matches, ReasonCode code) {
        if (wanted != null
                && !offered.isEmpty()
                && offered.stream().map(Stated::term).noneMatch(matches)) {
            add(new RuleReason(code, offered.get(0).rule()));
        }
    }

    private void each() {
        Stated<EachLimit> each = combination.nearest(EachLimit.class);
        BigDecimal wanted = each == null ? null : amount(each.term().unit());
        if (each != null && wanted != null && wanted.compareTo(atOnce(each.term())) > 0) {
            add(new RuleReason(ReasonCode.LIMIT_REACHED, each.rule()));
        }
    }

    /** The most that the uses of the question may take together: person-days are asked for in all, so each use adds the limit once more. */
    private BigDecimal atOnce(EachLimit each) {
        return each.unit().equals("time")
                ? each.limit()
                : each.limit().multiply(BigDecimal.valueOf(asked.quantityOrOnce()));
    }

    /** The amount that the question asks for in a unit; null if it names none. */
    private @Nullable BigDecimal amount(String unit) {
        return unit.equals("time") ? BigDecimal.valueOf(asked.quantityOrOnce()) : asked.personDays();
    }

    private void group() {
        Stated<GroupLimit> group = combination.nearest(GroupLimit.class);
        if (group != null && users() > group.term().users()) {
            add(new RuleReason(ReasonCode.LIMIT_REACHED, group.rule()));
        }
    }

    /** The number of users that would be in the group. */
    private long users() {
        Integer members = question.request().subscription().imGroupMembers();
        boolean anew = "create-group".equals(question.activity());
        return (members == null || anew ? 0 : members) + added();
    }

    /** The number of users that the question would add to the group; at least one for an activity that adds users. */
    private long added() {
        String activity = question.activity();
        boolean brings = "create-group".equals(activity) || "add-members".equals(activity);
        if (!brings && activity != null) {
            return 0;
        }
        return asked.quantity() == null ? (brings ? 1 : 0) : asked.quantity();
    }

    private void leadTime() {
        Stated<LeadTime> lead = combination.nearest(LeadTime.class);
        if (lead == null) {
            return;
        }
        Integer days = FactBuilder.leadDays(asked.requestedStart(), question.day());
        if (days == null) {
            missing.add("/question/requestedStart");
        } else if (days < lead.term().days()) {
            add(new RuleReason(ReasonCode.LEAD_TIME_NOT_MET, lead.rule()));
        }
    }

    private void add(@Nullable RuleReason reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }
}
