package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks: who the customer is, as far as the decision may depend on it, and what is wanted.
 *
 * @param programme the vendor's service scheme
 * @param release decide by this release instead of the one in force
 * @param knownAt decide by what had been published at this instant
 * @param subscription what the customer bought
 * @param question what is wanted
 */
public record DecisionRequest(
        @Size(max = 100) @Pattern(regexp = Shapes.ID) String programme,
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
