package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.FirstPurchase;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.Subscription;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Period;
import io.quanyi.facts.Quota;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ways in which a service period and a first term can lie around the day asked about. */
final class Periods {

    private Periods() {}

    /** Before, in and after each year that the rules can tell apart, with both ends of the period known, one or none. */
    static List<Value> ofService(ServicePair pair) {
        List<Value> values = new ArrayList<>(List.of(
                new Value(Label.ABSENT, asking -> {}),
                new Value(Label.of("end-only"), asking -> asking.serviceEnd = asking.day()),
                new Value(Label.of("before"), asking -> {
                    asking.serviceStart = asking.day().plusDays(1);
                    asking.serviceEnd = asking.day().plusYears(1);
                }),
                new Value(
                        Label.of("before-start-only"),
                        asking -> asking.serviceStart = asking.day().plusDays(1)),
                new Value(
                        Label.of("after-end-only"),
                        asking -> asking.serviceEnd = asking.day().minusDays(1))));
        for (int year = 1; year <= years(pair, Period.class); year++) {
            int length = year;
            values.add(new Value(Label.of("within", year), asking -> {
                asking.serviceStart = start(asking, length);
                asking.serviceEnd = asking.day();
            }));
            values.add(new Value(Label.of("start-only", year), asking -> asking.serviceStart = start(asking, length)));
            values.add(new Value(Label.of("after", year), asking -> {
                asking.serviceStart = start(asking, length);
                asking.serviceEnd = asking.day().minusDays(1);
            }));
        }
        return values;
    }

    /** What an answer reads of it: which end to ask for, and whether a year of service can be counted. */
    static String answers(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        Subscription subscription = request.subscription();
        LocalDate start = subscription.serviceStart();
        LocalDate end = subscription.serviceEnd();
        LocalDate day = pair.at().toLocalDate();
        boolean stated = start != null && (end != null || start.isAfter(day));
        boolean over = end != null && end.isBefore(day);
        String named =
                stated || over || pair.literals(Period.class, "state").isEmpty() ? "" : end != null ? "ends" : "open";
        String counted = pair.says(Quota.class) ? counted(start, day) : "";
        boolean earlier = start != null && !start.isAfter(day.minusYears(1)) && Limit.spansDiffer(pair);
        return named + counted + (earlier ? " before" : "");
    }

    private static String counted(@Nullable LocalDate start, LocalDate day) {
        return start == null ? " unknown" : start.isAfter(day) ? " later" : " started";
    }

    /**
     * The first term in each year that the rules can tell apart, over, not over and unknown; the longest ago first, so that what
     * stands for several years goes with every service period that one of them goes with.
     */
    static List<Value> ofFirstTerm(ServicePair pair) {
        List<Value> values = new ArrayList<>();
        values.add(new Value(Label.ABSENT, asking -> {}));
        int most = Math.max(years(pair, FirstTerm.class), years(pair, Period.class));
        for (int year = most; year > 0; year--) {
            int length = year;
            values.add(new Value(Label.of("first-year", year), first(length, 0)));
            values.add(new Value(Label.of("first-year-over", year), first(length, -1)));
            values.add(new Value(
                    Label.of("first-year-open", year),
                    asking -> asking.firstPurchase =
                            new FirstPurchase(null, start(asking, length).minusDays(1), null)));
        }
        return values;
    }

    private static Consumer<Asking> first(int year, int ends) {
        return asking -> asking.firstPurchase = new FirstPurchase(
                null, start(asking, year).minusDays(1), asking.day().plusDays(ends));
    }

    /** A start in the middle of the year before, so many years ago. */
    private static LocalDate start(Asking asking, int year) {
        return asking.day().minusYears(year - 1L).minusDays(100);
    }

    /** One more year than any that a rule names; later ones are no different. */
    private static int years(ServicePair pair, Class<? extends io.quanyi.facts.Fact> fact) {
        int years = pair.numbers(fact, "year").stream()
                        .mapToInt(BigDecimal::intValue)
                        .max()
                        .orElse(Limit.spansDiffer(pair) ? 1 : 0)
                + 1;
        WorkBudget.bound(years, 3);
        return years;
    }
}
