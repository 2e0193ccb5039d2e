package io.quanyi.decision.customer;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestPatterns;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.OneOf;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as a caller sends it: a question about a customer with one subscription or several.
 *
 * @param programme the programme, by id
 * @param release the number of the release that is to decide; absent means the release in force
 * @param knownAt the instant whose published releases are considered; absent means now
 * @param subscription the subscription of the customer, if it is sent alone
 * @param subscriptions the subscriptions of the customer, if they are sent as a list
 * @param question the question
 */
@OneOf({"subscription", "subscriptions"})
public record CustomerRequest(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String programme,

        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        @Nullable Subscription subscription,
        @Size(max = 10) @Nullable List<Subscription> subscriptions,
        AskedQuestion question) {

    /**
     * The requests about each subscription.
     *
     * @param now the instant as of which the clocks of a running case are read if the question does not say
     */
    public List<PlacedRequest> each(Instant now) {
        return PlacedRequest.each(
                subscription,
                subscriptions,
                one -> new DecisionRequest(programme, release, knownAt, one, question).readAsOf(now));
    }
}
