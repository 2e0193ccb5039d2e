package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was used in some time.
 *
 * @param times how many times
 * @param days how many person-days, as far as they are known
 */
record Used(BigDecimal times, BigDecimal days) {

    /** The sum of a day; of all days where none is named. */
    static Used on(@Nullable List<Usage> usage, @Nullable LocalDate day) {
        BigDecimal times = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        for (Usage entry : usage == null ? List.<Usage>of() : usage) {
            if (day == null || entry.date().equals(day)) {
                times = times.add(BigDecimal.valueOf(entry.times() == null ? 1 : entry.times()));
                days = days.add(entry.personDays() == null ? BigDecimal.ZERO : entry.personDays());
            }
        }
        return new Used(times, days);
    }

    /**
     * What a request says was used of the asked service, as at most two entries: of this service year, and of the years before. What
     * was used before the period does not count.
     */
    static @Nullable List<Usage> inAll(DecisionRequest request, LocalDate day) {
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
        Used used = on(entries, null);
        boolean known = entries.stream().allMatch(entry -> entry.personDays() != null);
        return new Usage(request.question().service(), on, used.times().intValueExact(), known ? used.days() : null);
    }
}
