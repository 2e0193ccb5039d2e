package io.quanyi.decision;

import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.decision.request.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usage of the requested service by unit and span. Each total is computed once, though many tentative decisions may need it. */
final class UsageTotals {

    private static final Total NONE = new Total(BigDecimal.ZERO, List.of());

    private final String service;
    private final List<Usage> usage;
    private final Map<Span, Total> totals;

    /**
     * The usage in a span, in one unit.
     *
     * @param used the amount
     * @param missing the pointers of absent amounts of entries, which count as 0
     */
    record Total(BigDecimal used, List<String> missing) {}

    private record Span(String unit, @Nullable LocalDate from) {}

    UsageTotals(ResolvedRequest question) {
        List<Usage> all = question.request().subscription().usage();
        service = question.service();
        usage = all == null ? List.of() : all;
        totals = usage.isEmpty() ? Map.of() : new HashMap<>();
    }

    /** The total in a unit from a day on; of all usage without a day. */
    Total of(String unit, @Nullable LocalDate from) {
        return usage.isEmpty() ? NONE : totals.computeIfAbsent(new Span(unit, from), this::sum);
    }

    private Total sum(Span span) {
        BigDecimal used = BigDecimal.ZERO;
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < usage.size(); i++) {
            Usage entry = usage.get(i);
            if (entry.service().equals(service)
                    && (span.from() == null || !entry.date().isBefore(span.from()))) {
                BigDecimal amount = amount(entry, span.unit());
                if (amount == null) {
                    missing.add("/subscription/usage/" + i + "/personDays");
                } else {
                    used = used.add(amount);
                }
            }
        }
        return new Total(used, missing);
    }

    private static @Nullable BigDecimal amount(Usage entry, String unit) {
        return unit.equals("time") ? BigDecimal.valueOf(entry.timesOrOnce()) : entry.personDays();
    }
}
