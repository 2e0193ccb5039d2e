package io.quanyi.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.advice.CustomerQuestion;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of the answer to one question about a customer, who may have several subscriptions.
 *
 * @param explanations one explanation for each subscription: the strongest answer first, or in the order of the request if the question
 *     about any of them is refused and no subscription covers the service
 */
public record CustomerExplanation(List<SubscriptionExplanation> explanations) {

    /** Keeps a copy. */
    public CustomerExplanation {
        explanations = List.copyOf(explanations);
    }

    /**
     * The explanation of the answer about one subscription.
     *
     * @param subscription the pointer of the subscription into the request of the caller, such as {@code /subscriptions/1}; null if the caller
     *     sent a single one
     * @param report the explanation; its pointers, too, lead into that request
     */
    public record SubscriptionExplanation(
            @JsonInclude(Include.NON_NULL) @Nullable String subscription, ExplanationReport report) {

        static SubscriptionExplanation of(
                PlacedRequest placed, ProgrammeRelease release, Instant now, Language language) {
            return new SubscriptionExplanation(
                    placed.isOfList() ? placed.place() : null, DecisionExplainer.of(placed, release, now, language));
        }
    }

    /**
     * Explains the answers about each subscription, also those that are refusals.
     *
     * @param requests the requests about each subscription, of which there is at least one
     * @param release the release that decides, even if the requests name another
     * @param now the instant of the question if it has none, and as of which its clocks are read if it does not say
     * @throws io.quanyi.decision.release.RuleFault if a rule fails
     */
    public static CustomerExplanation of(
            List<PlacedRequest> requests, ProgrammeRelease release, Instant now, Language language) {
        return new CustomerExplanation(strongestFirst(requests, release, now).stream()
                .map(placed -> SubscriptionExplanation.of(placed, release, now, language))
                .toList());
    }

    private static List<PlacedRequest> strongestFirst(
            List<PlacedRequest> requests, ProgrammeRelease release, Instant now) {
        if (requests.size() == 1) {
            return requests;
        }
        try {
            return CustomerQuestion.of(requests, release, now).decision().strongestFirst();
        } catch (RequestRefused e) {
            return requests;
        }
    }
}
