package io.quanyi.impact.term;

import java.util.List;

/**
 * A sentence about customers with own terms of a contract of which no other sentence tells how answers change: the answer to a request of
 * such a customer may change, and deciding the request shows how.
 *
 * @param terms the own terms
 * @param services the ids of the services, at least one
 */
public record FurtherSentence(FurtherTerms terms, List<String> services) {

    /** Keeps a copy. */
    public FurtherSentence {
        services = List.copyOf(services);
    }
}
