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
 * What the contract says.
 *
 * @param signedOn day of the signature
 * @param amount what it is worth, as written
 * @param currency of the amount
 * @param terms where it deviates from the document; absent is none
 */
public record Contract(
        @Nullable LocalDate signedOn,

        @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 4) @Nullable BigDecimal amount,

        @Pattern(regexp = Shapes.CURRENCY) @Nullable String currency,
        @Size(max = 200) @Nullable List<AgreedTerm> terms) {

    static final Contract EMPTY = new Contract(null, null, null, null);
}
