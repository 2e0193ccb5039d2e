package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A request about every service of a programme.
 *
 * @param programme the programme, by id
 * @param release the number of the release that is to decide; absent means the release in force
 * @param knownAt the instant whose published releases are considered; absent means now
 * @param subscription the data of the customer
 * @param question the question, without the service
 */
public record SheetRequest(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String programme,

        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        Subscription subscription,
        @Nullable SheetQuestion question) {

    /** The request about one service. */
    public DecisionRequest of(String service) {
        AskedQuestion asked = question == null ? AskedQuestion.about(service, null) : question.about(service);
        return new DecisionRequest(programme, release, knownAt, subscription, asked);
    }
}
