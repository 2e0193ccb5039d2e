package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the customer bought and signed, in the zone of the programme. A condition selects one of them and compares it with
 * dates.
 *
 * @param purchase the day of the purchase
 * @param signing the day on which the contract was signed
 */
@Selected(by = "of", from = Domain.DAY, type = LocalDate.class)
public record Day(
        @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/purchasedOn") @Nullable LocalDate purchase,

        @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/contract/signedOn") @Nullable LocalDate signing)
        implements Fact {}
