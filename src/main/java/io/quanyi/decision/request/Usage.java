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
 * What was used of a service on one day.
 *
 * @param service the service
 * @param date the day, in the programme's zone
 * @param times how many times; absent is once
 * @param personDays how many person-days in all
 */
public record Usage(
        @Size(max = 100) @Pattern(regexp = Shapes.ID) String service,
        LocalDate date,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer times,

        @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal personDays) {

    public int timesOrOnce() {
        return times == null ? 1 : times;
    }
}
