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
 * Counts what was used of a quota, and holds what is asked against what is left.
 *
 * @param total what was used in the span that the quota counts over
 * @param from the first day of the span
 * @param to its last day
 */
record QuotaCount(
        Quota quota,
        @Nullable RuleInfo rule,
        UsageTotal total,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Counts; facts that no quota can do without are added to the missing ones and taken as "nothing used". */
    static QuotaCount of(Stated<Quota> stated, ResolvedRequest question, UsageTotals usage, Set<String> missing) {
        Subscription subscription = question.request().subscription();
        LocalDate start = subscription.serviceStart();
        boolean yearly = stated.term().per().equals("service-year");
        if (start == null && yearly) {
            missing.add("/subscription/serviceStart");
        }
        if (subscription.usage() == null) {
            missing.add("/subscription/usage");
        }
        boolean inYear = yearly && start != null && !question.day().isBefore(start);
        int year = inYear && start != null ? ServiceYears.yearOf(start, question.day()) : 0;
        LocalDate from = inYear && start != null ? ServiceYears.firstDay(start, year) : start;
        LocalDate to = inYear && start != null
                ? earlier(ServiceYears.lastDay(start, year), subscription.serviceEnd())
                : subscription.serviceEnd();
        return new QuotaCount(
                stated.term(), stated.rule(), usage.of(stated.term().unit(), from), from, to);
    }

    /** What was used in the span. */
    BigDecimal used() {
        return total.used();
    }

    /** What is left; never below nothing. */
    BigDecimal remaining() {
        return quota.limit().subtract(used()).max(BigDecimal.ZERO);
    }

    /** Why the question does not fit into what is left; null if it does. */
    @Nullable RuleReason reason(AskedQuestion asked) {
        if (remaining().signum() == 0) {
            return new RuleReason(ReasonCode.QUOTA_EXHAUSTED, rule);
        }
        return remaining().compareTo(asked(asked)) < 0 ? new RuleReason(ReasonCode.QUOTA_INSUFFICIENT, rule) : null;
    }

    /** What would be used, with what is asked, against the limit. */
    LimitMeasure measure(AskedQuestion asked) {
        return new LimitMeasure(rule, quota.limit(), used().add(asked(asked)));
    }

    private BigDecimal asked(AskedQuestion asked) {
        if (quota.unit().equals("person-day")) {
            return asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        }
        return BigDecimal.valueOf(asked.quantity() == null ? 1 : asked.quantity());
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
