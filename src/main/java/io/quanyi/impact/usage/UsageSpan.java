package io.quanyi.impact.usage;

import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.text.EnumCode;
import java.time.LocalDate;
import java.util.Arrays;

/** A span over which a quota counts usage, the shortest first; each contains the spans before it. */
public enum UsageSpan {
    /** The service year of the request. */
    SERVICE_YEAR(0),
    /** The whole service period. */
    CONTRACT(1),
    /** All time, also before the service period. */
    PACK(110);

    private final int yearsAgo;

    UsageSpan(int yearsAgo) {
        this.yearsAgo = yearsAgo;
    }

    /** The span with an id of {@link io.quanyi.facts.Domain#QUOTA_PER}. */
    static UsageSpan of(String per) {
        return Arrays.stream(values())
                .filter(span -> span.id().equals(per))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(per));
    }

    /** The id of the span. */
    String id() {
        return EnumCode.of(this);
    }

    /** A day that lies in the span and in none before it, for periods that are long enough. */
    LocalDate day(LocalDate today) {
        return today.minusYears(yearsAgo);
    }

    /** The shortest span that contains a usage entry of a request. Without a start of the period every entry lies in the first. */
    public static UsageSpan of(DecisionRequest request, Usage entry, LocalDate today) {
        LocalDate start = request.subscription().serviceStart();
        if (start == null) {
            return SERVICE_YEAR;
        }
        return entry.date().isBefore(start)
                ? PACK
                : entry.date().isBefore(firstDayOfYear(start, today)) ? CONTRACT : SERVICE_YEAR;
    }

    private static LocalDate firstDayOfYear(LocalDate start, LocalDate today) {
        return today.isBefore(start) ? start : ServiceYears.firstDay(start, ServiceYears.yearOf(start, today));
    }
}
