package io.quanyi.decision.request;

import io.quanyi.source.OneOf;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request about every service of a programme.
 *
 * @param programme the programme, by id
 * @param release the number of the release that is to decide; absent means the release in force
 * @param knownAt the instant whose published releases are considered; absent means now
 * @param subscription the subscription of the customer, if it is sent alone
 * @param subscriptions the subscriptions of the customer, if they are sent as a list
 * @param question the question, without the service
 */
@OneOf({"subscription", "subscriptions"})
public record SheetRequest(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String programme,

        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        @Nullable Subscription subscription,
        @Size(max = 10) @Nullable List<Subscription> subscriptions,
        @Nullable SheetQuestion question) {

    /** The request about one service and one subscription. */
    public DecisionRequest of(String service, Subscription one) {
        AskedQuestion asked = question == null ? AskedQuestion.about(service, null) : question.about(service);
        return new DecisionRequest(programme, release, knownAt, one, asked);
    }
}
