package io.quanyi.decision;

import io.quanyi.decision.Combination.Stated;
import io.quanyi.facts.Quota;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was used of a quota, and holds what is asked against what is left.
 *
 * @param used in the span that the quota counts over
 * @param from the first day of the span
 * @param to its last day
 */
record QuotaCount(
        Quota quota,
        @Nullable RuleInfo rule,
        BigDecimal used,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Counts; facts that it cannot do without are added to the missing ones and taken as "nothing used". */
    static QuotaCount of(Stated<Quota> stated, CheckedQuestion question, Set<String> missing) {
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
        BigDecimal used = used(stated.term(), question, from, missing);
        return new QuotaCount(stated.term(), stated.rule(), used, from, to);
    }

    /** What is left; never below nothing. */
    BigDecimal remaining() {
        return quota.limit().subtract(used).max(BigDecimal.ZERO);
    }

    /** Why the question does not fit into what is left; null if it does. */
    @Nullable Ground ground(AskedQuestion asked) {
        if (remaining().signum() == 0) {
            return new Ground(GroundCode.QUOTA_EXHAUSTED, rule);
        }
        return remaining().compareTo(asked(asked)) < 0 ? new Ground(GroundCode.QUOTA_INSUFFICIENT, rule) : null;
    }

    /** What would be used, with what is asked, against the limit. */
    LimitMeasure measure(AskedQuestion asked) {
        return new LimitMeasure(rule, quota.limit(), used.add(asked(asked)));
    }

    private BigDecimal asked(AskedQuestion asked) {
        if (quota.unit().equals("person-day")) {
            return asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        }
        return BigDecimal.valueOf(asked.quantity() == null ? 1 : asked.quantity());
    }

    private static BigDecimal used(
            Quota quota, CheckedQuestion question, @Nullable LocalDate from, Set<String> missing) {
        List<Usage> usage = question.request().subscription().usage();
        BigDecimal used = BigDecimal.ZERO;
        for (int i = 0; usage != null && i < usage.size(); i++) {
            Usage entry = usage.get(i);
            if (entry.service().equals(question.service())
                    && (from == null || !entry.date().isBefore(from))) {
                used = used.add(amount(quota, entry, i, missing));
            }
        }
        return used;
    }

    private static BigDecimal amount(Quota quota, Usage entry, int index, Set<String> missing) {
        if (quota.unit().equals("time")) {
            return BigDecimal.valueOf(entry.timesOrOnce());
        }
        if (entry.personDays() == null) {
            missing.add("/subscription/usage/" + index + "/personDays");
            return BigDecimal.ZERO;
        }
        return entry.personDays();
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
