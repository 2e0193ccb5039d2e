package io.quanyi.decision;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.combination.RuleReason;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.Subscription;
import io.quanyi.facts.Quota;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The count of a quota: the usage in its span, and the rest with which a question is compared.
 *
 * @param total the usage in the span of the quota
 * @param from the first day of the span; null if it has none
 * @param to the last day of the span; null if it has none
 */
record QuotaCount(
        Quota quota,
        @Nullable RuleInfo rule,
        UsageTotals.Total total,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Counts the usage. The pointers of absent facts that every quota needs are added to the missing ones, and nothing is then used. */
    static QuotaCount of(Stated<Quota> stated, ResolvedRequest question, UsageTotals usage, Set<String> missing) {
        Subscription subscription = question.request().subscription();
        LocalDate start = subscription.serviceStart();
        boolean yearly = stated.term().per().equals("service-year");
        if (stated.term().per().equals("pack")) {
            addUsage(subscription, missing);
            return new QuotaCount(
                    stated.term(), stated.rule(), usage.of(stated.term().unit(), null), null, null);
        }
        if (start == null && yearly) {
            missing.add("/subscription/serviceStart");
        }
        addUsage(subscription, missing);
        boolean inYear = yearly && start != null && !question.day().isBefore(start);
        int year = inYear && start != null ? ServiceYears.yearOf(start, question.day()) : 0;
        LocalDate from = inYear && start != null ? ServiceYears.firstDay(start, year) : start;
        LocalDate to = inYear && start != null
                ? earlier(ServiceYears.lastDay(start, year), subscription.serviceEnd())
                : subscription.serviceEnd();
        return new QuotaCount(
                stated.term(), stated.rule(), usage.of(stated.term().unit(), from), from, to);
    }

    private static void addUsage(Subscription subscription, Set<String> missing) {
        if (subscription.usage() == null) {
            missing.add("/subscription/usage");
        }
    }

    /** The usage in the span. */
    BigDecimal used() {
        return total.used();
    }

    /** The rest of the quota, at least 0. */
    BigDecimal remaining() {
        return quota.limit().subtract(used()).max(BigDecimal.ZERO);
    }

    /** The reason why the rest does not suffice for the question; null if it does. */
    @Nullable RuleReason reason(AskedQuestion asked) {
        if (remaining().signum() == 0) {
            return new RuleReason(ReasonCode.QUOTA_EXHAUSTED, rule);
        }
        return remaining().compareTo(asked(asked)) < 0 ? new RuleReason(ReasonCode.QUOTA_INSUFFICIENT, rule) : null;
    }

    /** The limit, and the usage together with the requested amount. */
    HeldAmount held(AskedQuestion asked) {
        return new HeldAmount(rule, Quota.class, quota.limit(), used().add(asked(asked)));
    }

    private BigDecimal asked(AskedQuestion asked) {
        if (quota.unit().equals("person-day")) {
            return asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        }
        return BigDecimal.valueOf(asked.quantityOrOnce());
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
