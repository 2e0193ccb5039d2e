package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param service the service
 * @param at the instant asked about, with its offset; absent is now
 * @param channel the way the customer comes by
 * @param topic the kind of issue
 * @param severity how grave it is
 * @param activity which part of the service
 * @param quantity how many; absent is 1
 * @param personDays how many person-days
 * @param delivery how it should be given
 * @param requestedStart when it should begin, a day in the programme's zone
 * @param language the language wished
 * @param requester who asks
 */
public record AskedQuestion(
        @Size(max = 100) @Pattern(regexp = Shapes.ID) String service,
        @Nullable OffsetDateTime at,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String channel,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String topic,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String severity,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String activity,

        @DecimalMin("1") @DecimalMax("100000") @Nullable Integer quantity,

        @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal personDays,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String delivery,

        @Nullable LocalDate requestedStart,
        @Pattern(regexp = Shapes.LANGUAGE) @Nullable String language,
        @Nullable AskedBy requester) {

    /** A question about a service with no other member than its instant. */
    public static AskedQuestion about(String service, @Nullable OffsetDateTime at) {
        return new AskedQuestion(service, at, null, null, null, null, null, null, null, null, null, null);
    }
}
