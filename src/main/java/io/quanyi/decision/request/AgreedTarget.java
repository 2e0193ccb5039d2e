package io.quanyi.decision.request;

import io.quanyi.servicetime.Target;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target time that a contract agrees.
 *
 * @param amount the number of units; null for {@code immediate}
 * @param unit the unit, as an id
 */
public record AgreedTarget(
        @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2) @Nullable BigDecimal amount,

        @Pattern(regexp = "immediate|hour|working-hour|working-day") String unit) {

    /**
     * The target time.
     *
     * @throws io.quanyi.servicetime.InvalidTime if the amount does not fit the unit
     */
    public Target target() {
        return Target.of(amount == null ? BigDecimal.ZERO : amount, unit);
    }
}
