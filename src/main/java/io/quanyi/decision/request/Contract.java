package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract of a customer.
 *
 * @param signedOn the day of the signature
 * @param amount the value of the contract, as written
 * @param currency the currency of the value
 * @param terms the deviations from the document; absent means none
 */
public record Contract(
        @Nullable LocalDate signedOn,

        @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 4) @Nullable BigDecimal amount,

        @Pattern(regexp = RequestPatterns.CURRENCY) @Nullable String currency,

        @Size(max = 200) @Nullable List<AgreedTerm> terms) {

    static final Contract EMPTY = new Contract(null, null, null, null);
}
