package io.quanyi.impact.independent;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.DecisionRequest;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A family of requests of which no sentence speaks; the report names the services of which their answers may change. */
enum OpenFamily {
    /** The contract has a quota or a channel of its own on the asked service. */
    OWN_QUOTA_OR_CHANNEL((request, isSevere) -> own(request)
            .anyMatch(term -> term.effect().equals("quota") || term.effect().equals("channel"))),
    /** The contract has a term on the asked service for one severity, and the question has none. */
    OPEN_SEVERITY((request, isSevere) -> !isSevere && own(request).anyMatch(term -> term.severity() != null));

    private final BiPredicate<DecisionRequest, Boolean> requests;

    OpenFamily(BiPredicate<DecisionRequest, Boolean> requests) {
        this.requests = requests;
    }

    private static Stream<AgreedTerm> own(DecisionRequest request) {
        return SentenceReading.agreed(request).stream()
                .filter(term -> term.service().equals(request.question().service()));
    }

    /**
     * Whether a request is of the family.
     *
     * @param isSevere whether the question has a severity that the programme uses
     */
    boolean has(DecisionRequest request, boolean isSevere) {
        return requests.test(request, isSevere);
    }
}
