package io.quanyi.impact.dimension;

import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the usage entries of one day or of all days.
 *
 * @param times the number of uses
 * @param days the person-days, as far as they are stated
 */
record UsageSum(BigDecimal times, BigDecimal days) {

    /** The sum of the entries of a day; of all entries if the day is null. */
    static UsageSum on(@Nullable List<Usage> usage, @Nullable LocalDate day) {
        BigDecimal times = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        for (Usage entry : usage == null ? List.<Usage>of() : usage) {
            if (day == null || entry.date().equals(day)) {
                times = times.add(BigDecimal.valueOf(entry.times() == null ? 1 : entry.times()));
                days = days.add(entry.personDays() == null ? BigDecimal.ZERO : entry.personDays());
            }
        }
        return new UsageSum(times, days);
    }

    /**
     * The usage of the requested service, summed into at most two entries: one of the current service year and one of earlier years.
     * Usage before the period is left out, because no quota counts it.
     */
    static @Nullable List<Usage> perYear(DecisionRequest request, LocalDate day) {
        List<Usage> usage = request.subscription().usage();
        if (usage == null) {
            return null;
        }
        LocalDate start = request.subscription().serviceStart();
        List<Usage> recent = new ArrayList<>();
        List<Usage> earlier = new ArrayList<>();
        for (Usage entry : usage) {
            boolean counts = start == null || !entry.date().isBefore(start);
            if (entry.service().equals(request.question().service()) && counts) {
                (start == null || !entry.date().isBefore(year(start, day)) ? recent : earlier).add(entry);
            }
        }
        List<Usage> all = new ArrayList<>(List.of(sum(request, recent, day)));
        if (!earlier.isEmpty()) {
            all.add(sum(request, earlier, day.minusYears(1)));
        }
        return all;
    }

    private static LocalDate year(LocalDate start, LocalDate day) {
        return day.isBefore(start) ? start : ServiceYears.firstDay(start, ServiceYears.yearOf(start, day));
    }

    private static Usage sum(DecisionRequest request, List<Usage> entries, LocalDate on) {
        UsageSum used = on(entries, null);
        boolean known = entries.stream().allMatch(entry -> entry.personDays() != null);
        return new Usage(request.question().service(), on, used.times().intValueExact(), known ? used.days() : null);
    }
}
