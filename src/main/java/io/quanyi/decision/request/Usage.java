package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The usage of a service on one day.
 *
 * @param service the service
 * @param date the day, in the zone of the programme
 * @param times the number of uses; absent means one
 * @param personDays the number of person-days of all uses
 */
public record Usage(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String service,

        LocalDate date,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer times,

        @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal personDays) {

    /** The number of uses. */
    public int timesOrOnce() {
        return times == null ? 1 : times;
    }
}
