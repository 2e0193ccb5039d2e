package io.quanyi.decision.request;

import io.quanyi.servicetime.Target;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A term of a contract, by which it deviates from the document.
 *
 * @param service the service that the term is about
 * @param effect the kind of term, which determines the other members that it must have
 * @param severity for {@code grant}, {@code exclude}, {@code respond-within} and {@code resolve-within}, the only severity that the term
 *     is about; null for all
 * @param target for {@code respond-within} and {@code resolve-within}
 * @param limit for {@code quota}
 * @param unit for {@code quota}
 * @param window for {@code window}; for a target time in working time, the window that it is counted in
 * @param channel for {@code channel}
 * @param from for {@code charge}, the lowest price
 * @param to for {@code charge}, the highest price; null if none is agreed
 * @param currency for {@code charge}
 * @param per for {@code charge}, the unit that is charged; for {@code quota}, the span of the limit, by default a service year
 */
public record AgreedTerm(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String service,

        @Pattern(regexp = "grant|exclude|respond-within|resolve-within|quota|window|charge|channel") String effect,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String severity,

        @Nullable AgreedTarget target,

        @DecimalMin("0") @DecimalMax("100000") @Digits(integer = 6, fraction = 2) @Nullable BigDecimal limit,

        @Pattern(regexp = "time|person-day") @Nullable String unit,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String window,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String channel,

        @DecimalMin("0") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 4) @Nullable BigDecimal from,

        @DecimalMin("0") @DecimalMax("1000000000") @Digits(integer = 10, fraction = 4) @Nullable BigDecimal to,

        @Pattern(regexp = RequestPatterns.CURRENCY) @Nullable String currency,

        @Pattern(regexp = "incident|year|person-day|contract|service-year|pack") @Nullable String per) {

    /**
     * A target time that a contract agrees.
     *
     * @param amount the number of units; null for {@code immediate}
     * @param unit the unit, as an id
     */
    public record AgreedTarget(
            @DecimalMin("0") @DecimalMax("2000") @Digits(integer = 4, fraction = 2) @Nullable BigDecimal amount,

            @Pattern(regexp = "immediate|minute|hour|working-minute|working-hour|working-day") String unit) {

        /**
         * The target time.
         *
         * @throws io.quanyi.servicetime.InvalidTime if the amount does not fit the unit
         */
        public Target target() {
            return Target.of(amount == null ? BigDecimal.ZERO : amount, unit);
        }
    }
}
