package io.quanyi.impact.usage;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sum of usage entries.
 *
 * @param times the number of uses
 * @param days the person-days, as far as they are stated
 * @param incomplete whether an entry does not state its person-days
 */
record UsageSum(BigDecimal times, BigDecimal days, boolean incomplete) {

    private static final UsageSum NONE = new UsageSum(BigDecimal.ZERO, BigDecimal.ZERO, false);

    /** The sum of the entries of the requested service that meet a condition. */
    static UsageSum of(DecisionRequest request, Predicate<Usage> counts) {
        List<Usage> usage = request.subscription().usage();
        List<Usage> counted = usage == null
                ? List.of()
                : usage.stream()
                        .filter(entry ->
                                entry.service().equals(request.question().service()) && counts.test(entry))
                        .toList();
        BigDecimal times = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        for (Usage entry : counted) {
            times = times.add(BigDecimal.valueOf(entry.timesOrOnce()));
            days = days.add(entry.personDays() == null ? BigDecimal.ZERO : entry.personDays());
        }
        return new UsageSum(times, days, counted.stream().anyMatch(entry -> entry.personDays() == null));
    }

    /** The usage in a span of a request whose entries are dated by {@link UsageSpan#day}. */
    static UsageSum in(UsageSpan span, DecisionRequest request, LocalDate today) {
        return of(request, entry -> !entry.date().isBefore(span.day(today)));
    }

    /** The usage of the requested service, summed for each span, with the days of {@link UsageSpan#day}; null if it is unknown. */
    static @Nullable List<Usage> perSpan(DecisionRequest request, LocalDate today) {
        if (request.subscription().usage() == null) {
            return null;
        }
        List<Usage> all = new ArrayList<>();
        for (UsageSpan span : UsageSpan.values()) {
            UsageSum sum = of(request, entry -> UsageSpan.of(request, entry, today) == span);
            if (span == UsageSpan.SERVICE_YEAR || !sum.equals(NONE)) {
                all.addAll(sum.entries(request.question().service(), span.day(today)));
            }
        }
        return all;
    }

    UsageSum plus(UsageSum other) {
        return new UsageSum(times.add(other.times), days.add(other.days), incomplete || other.incomplete);
    }

    /** Entries of one day with this sum: one with all amounts, and one without person-days if the sum is incomplete. */
    List<Usage> entries(String service, LocalDate day) {
        Usage known = new Usage(service, day, times.intValueExact(), days);
        return incomplete ? List.of(known, new Usage(service, day, 0, null)) : List.of(known);
    }
}
