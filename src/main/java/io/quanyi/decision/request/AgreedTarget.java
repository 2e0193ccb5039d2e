package io.quanyi.decision.request;

import io.quanyi.servicetime.Target;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A promise of time.
 *
 * @param amount how many units; none for {@code immediate}
 * @param unit the clock it is counted by
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
