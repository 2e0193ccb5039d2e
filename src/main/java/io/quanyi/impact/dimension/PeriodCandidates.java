package io.quanyi.impact.dimension;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Subscription;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Period;
import io.quanyi.facts.Quota;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.usage.UsageSpan;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the candidate values of the service period and of the first purchase, relative to the day of the request. */
final class PeriodCandidates {

    private PeriodCandidates() {}

    /** Periods with the day before, in and after each year that the rules distinguish, with both ends known, one end or none. */
    static List<DimensionValue> ofService(ServiceComparison comparison) {
        List<DimensionValue> values = new ArrayList<>(List.of(
                new DimensionValue(ValueLabel.ABSENT, builder -> {}),
                new DimensionValue(ValueLabel.of("end-only"), builder -> builder.serviceEnd(builder.day())),
                new DimensionValue(ValueLabel.of("before"), builder -> {
                    builder.serviceStart(builder.day().plusDays(1));
                    builder.serviceEnd(builder.day().plusYears(1));
                }),
                new DimensionValue(
                        ValueLabel.of("before-start-only"),
                        builder -> builder.serviceStart(builder.day().plusDays(1))),
                new DimensionValue(
                        ValueLabel.of("after-end-only"),
                        builder -> builder.serviceEnd(builder.day().minusDays(1)))));
        int last = years(comparison, Period.class);
        for (int year = 1; year <= last; year++) {
            int length = year;
            values.add(new DimensionValue(label("within", year, last), builder -> {
                builder.serviceStart(start(builder, length));
                builder.serviceEnd(builder.day());
            }));
            values.add(new DimensionValue(
                    label("start-only", year, last), builder -> builder.serviceStart(start(builder, length))));
            values.add(new DimensionValue(label("after", year, last), builder -> {
                builder.serviceStart(start(builder, length));
                builder.serviceEnd(builder.day().minusDays(1));
            }));
        }
        return values;
    }

    /** The label of a year. The last year stands for all later ones, and for any year if it is the only one. */
    private static ValueLabel label(String code, int year, int last) {
        return year < last
                ? ValueLabel.of(code, year)
                : year == 1 ? ValueLabel.of(code + "-any") : ValueLabel.of(code + "-later", year);
    }

    /**
     * The signature of a period, as far as answers read it directly: which end to ask for, whether the service year can be counted, and
     * whether a first term that has not begun is known not to have.
     */
    static String reading(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        Subscription subscription = request.subscription();
        LocalDate start = subscription.serviceStart();
        LocalDate end = subscription.serviceEnd();
        LocalDate day = comparison.at().toLocalDate();
        boolean stated = start != null && (end != null || start.isAfter(day));
        boolean over = end != null && end.isBefore(day);
        String named = stated
                        || over
                        || comparison.rules().literals(Period.class, "state").isEmpty()
                ? ""
                : end != null ? "ends" : "open";
        boolean counts =
                comparison.rules().states(Quota.class) || comparison.rules().asksAbout(FirstTerm.class);
        String counted = counts ? counted(start, day) : "";
        boolean earlier = start != null && !start.isAfter(day.minusYears(1)) && countsEarlierYears(comparison);
        return named + counted + (earlier ? " before" : "");
    }

    /** Whether some quotas count per service year and others over the whole period, so that the year of usage matters. */
    private static boolean countsEarlierYears(ServiceComparison comparison) {
        return comparison.usageLimits().spans().containsAll(Set.of(UsageSpan.SERVICE_YEAR, UsageSpan.CONTRACT));
    }

    private static String counted(@Nullable LocalDate start, LocalDate day) {
        return start == null ? " unknown" : start.isAfter(day) ? " later" : " started";
    }

    /** The signature of the first purchase, as far as answers read it directly: which member to ask for. */
    static String readingOfFirstTerm(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        FirstPurchase first = request.subscription().firstPurchase();
        if (!comparison.rules().asksAbout(FirstTerm.class)) {
            return "";
        }
        if (first == null) {
            return "absent";
        }
        boolean asksForEnd =
                !comparison.rules().literals(FirstTerm.class, "over").isEmpty();
        return first.serviceStart().isAfter(comparison.day())
                ? "before"
                : asksForEnd && first.serviceEnd() == null ? "open" : "";
    }

    /**
     * First terms that began in each year that the rules distinguish: ended, not ended, and with an unknown end; and one that has not
     * begun. The earliest begin comes first, because a merged value is represented by its first candidate, and an early purchase
     * contradicts the fewest periods.
     */
    static List<DimensionValue> ofFirstTerm(ServiceComparison comparison) {
        List<DimensionValue> values = new ArrayList<>();
        values.add(new DimensionValue(ValueLabel.ABSENT, builder -> {}));
        int most = Math.max(years(comparison, FirstTerm.class), years(comparison, Period.class));
        for (int year = most; year > 0; year--) {
            int length = year;
            values.add(new DimensionValue(label("first-year", year, most), first(length, 0)));
            values.add(new DimensionValue(label("first-year-over", year, most), first(length, -1)));
            values.add(new DimensionValue(
                    label("first-year-open", year, most),
                    builder -> builder.firstPurchase(
                            new FirstPurchase(null, start(builder, length).minusDays(1), null))));
        }
        values.add(new DimensionValue(
                ValueLabel.of("first-before"),
                builder -> builder.firstPurchase(
                        new FirstPurchase(null, builder.day().plusDays(1), null))));
        return values;
    }

    private static Consumer<RequestBuilder> first(int year, int ends) {
        return builder -> builder.firstPurchase(new FirstPurchase(
                null, start(builder, year).minusDays(1), builder.day().plusDays(ends)));
    }

    /** A start date for which the day lies in the given year of the period. */
    private static LocalDate start(RequestBuilder builder, int year) {
        return builder.day().minusYears(year - 1L).minusDays(100);
    }

    /** The number of years to try: one more than the highest year that a rule names, because rules treat later years alike. */
    private static int years(ServiceComparison comparison, Class<? extends io.quanyi.facts.Fact> fact) {
        int years = comparison.rules().numbers(fact, "year").stream()
                        .mapToInt(BigDecimal::intValue)
                        .max()
                        .orElse(countsEarlierYears(comparison) ? 1 : 0)
                + 1;
        WorkBudget.requireFewCandidates(years, 3);
        return years;
    }
}
