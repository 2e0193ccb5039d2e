package io.quanyi.impact.independent;

import io.quanyi.decision.request.DecisionRequest;
import java.util.function.Predicate;

/** A family of requests of which sentences do not yet speak rightly; the checker leaves them out, and {@code docs/impact.md} says so. */
enum OpenFamily {
    /** The contract has own terms on the asked service. */
    OWN_TERMS(request -> SentenceReading.agreed(request).stream()
            .anyMatch(term -> term.service().equals(request.question().service())));

    private final Predicate<DecisionRequest> requests;

    OpenFamily(Predicate<DecisionRequest> requests) {
        this.requests = requests;
    }

    boolean has(DecisionRequest request) {
        return requests.test(request);
    }
}
