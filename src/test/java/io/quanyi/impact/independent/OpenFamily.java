package io.quanyi.impact.independent;

import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.request.DecisionRequest;
import java.time.LocalDate;
import java.util.function.Predicate;

/** A family of requests of which sentences do not yet speak rightly; the checker leaves them out, and {@code docs/impact.md} says so. */
enum OpenFamily {
    /** The contract has own terms on the asked service. */
    OWN_TERMS(request -> SentenceReading.agreed(request).stream()
            .anyMatch(term -> term.service().equals(request.question().service()))),
    /** The contract states how many free remote supports it grants. */
    LIMIT_OF_THE_CONTRACT(request -> request.subscription().freeRemoteSupportLimit() != null),
    /** Person-days are asked for several uses together. */
    PERSON_DAYS_OF_SEVERAL_USES(request ->
            request.question().quantityOrOnce() > 1 && request.question().personDays() != null),
    /** A usage entry does not state its person-days. */
    USAGE_WITHOUT_PERSON_DAYS(request -> request.subscription().usage() != null
            && request.subscription().usage().stream().anyMatch(entry -> entry.personDays() == null)),
    /** Usage lies before the current service year, and a report does not say of which years it counts it. */
    USAGE_OF_OTHER_YEARS(request -> request.subscription().usage() != null
            && request.subscription().serviceStart() != null
            && request.subscription().usage().stream()
                    .anyMatch(entry -> entry.date()
                            .isBefore(firstDay(request.subscription().serviceStart())))),
    /** The term of the first purchase has no stated end, or has not begun. */
    OPEN_FIRST_PURCHASE(request -> request.subscription().firstPurchase() != null
            && (request.subscription().firstPurchase().serviceEnd() == null
                    || request.subscription().firstPurchase().serviceStart().isAfter(TriedValues.DAY)));

    private final Predicate<DecisionRequest> requests;

    OpenFamily(Predicate<DecisionRequest> requests) {
        this.requests = requests;
    }

    private static LocalDate firstDay(LocalDate start) {
        LocalDate day = TriedValues.DAY;
        return start.isAfter(day) ? start : ServiceYears.firstDay(start, ServiceYears.yearOf(start, day));
    }

    boolean has(DecisionRequest request) {
        return requests.test(request);
    }
}
