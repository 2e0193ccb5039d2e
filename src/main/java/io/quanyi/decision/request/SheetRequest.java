package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks who wants to know of every service.
 *
 * @param programme the vendor's service scheme
 * @param release decide by this release instead of the one in force
 * @param knownAt decide by what had been published at this instant
 * @param subscription what the customer bought
 * @param question what is the same for all services
 */
public record SheetRequest(
        @Size(max = 100) @Pattern(regexp = Shapes.ID) String programme,
        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        Subscription subscription,
        @Nullable SheetQuestion question) {

    /** The same for one service. */
    public DecisionRequest of(String service) {
        SheetQuestion asked = question == null ? new SheetQuestion(null, null, null, null) : question;
        DecisionRequest bare = new DecisionRequest(
                programme, release, knownAt, subscription, AskedQuestion.about(service, asked.at()));
        return RequestBuilder.from(bare)
                .topic(asked.topic())
                .severity(asked.severity())
                .requester(asked.requester())
                .request();
    }
}
