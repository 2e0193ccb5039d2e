package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A request: a question with the data of the customer on which its answer may depend.
 *
 * @param programme the programme, by id
 * @param release the number of the release that is to decide; absent means the release in force
 * @param knownAt the instant whose published releases are considered; absent means now
 * @param subscription the data of the customer
 * @param question the question
 */
public record DecisionRequest(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String programme,

        @DecimalMin("1") @Nullable Integer release,
        @Nullable OffsetDateTime knownAt,
        Subscription subscription,
        AskedQuestion question) {

    /** The instant of the question; the given one if the question has none. */
    public Instant instant(Instant now) {
        OffsetDateTime at = question.at();
        return at == null ? now : at.toInstant();
    }
}
