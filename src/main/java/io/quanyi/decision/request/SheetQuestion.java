package io.quanyi.decision.request;

import io.quanyi.decision.running.CasePause;
import io.quanyi.source.StatedValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question that is put about every service: all members of an {@link AskedQuestion} but the service.
 *
 * @param at the instant of the question, with its offset; absent means now
 * @param pauses the stretches of time in which the case waits for the customer; absent means none
 * @param asOf the instant as of which the clocks of the case are read; absent means now
 * @param respondedAt the instant of the response; absent means none so far
 * @param resolvedAt the instant of the resolution; absent means none so far
 * @param channel the channel by which the customer contacts the vendor
 * @param topic the kind of issue
 * @param severity the severity of the issue
 * @param activity the requested part of a service
 * @param quantity the number of uses or users; absent means 1
 * @param personDays the number of person-days
 * @param delivery the requested way of delivery
 * @param requestedStart the requested first day, in the zone of the programme
 * @param language the requested language
 * @param requester the requester
 * @param measures the facts of the vendor's own that the catalogue declares of questions, by id
 */
public record SheetQuestion(
        @Nullable OffsetDateTime at,

        @Size(max = 500) @Nullable List<CasePause> pauses,
        @Nullable OffsetDateTime asOf,
        @Nullable OffsetDateTime respondedAt,
        @Nullable OffsetDateTime resolvedAt,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String channel,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String topic,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String severity,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String activity,

        @DecimalMin("1") @DecimalMax("100000") @Nullable Integer quantity,

        @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal personDays,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String delivery,

        @Nullable LocalDate requestedStart,

        @Pattern(regexp = RequestPatterns.LANGUAGE) @Nullable String language,

        @Nullable AskedBy requester,

        @Size(max = 50) @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 4) @Nullable Map<String, StatedValue> measures) {

    /** The question about one service. */
    AskedQuestion about(String service) {
        return new AskedQuestion(
                service,
                at,
                pauses,
                asOf,
                respondedAt,
                resolvedAt,
                channel,
                topic,
                severity,
                activity,
                quantity,
                personDays,
                delivery,
                requestedStart,
                language,
                requester,
                measures);
    }
}
