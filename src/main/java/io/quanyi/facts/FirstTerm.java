package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The position of the instant of the question in the first term of the plan that the customer bought.
 *
 * @param year the year of the first term, from 1, or 0 before it; a start on 29 February ends its year on 28 February (reading A20)
 * @param over whether the first term has ended
 */
public record FirstTerm(
        @NumberRange(most = 100) @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/firstPurchase") @Nullable Integer year,

        @Absent(means = Meaning.UNKNOWN, pointer = "/subscription/firstPurchase") @Nullable Boolean over)
        implements Fact {}
