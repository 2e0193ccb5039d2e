package io.quanyi.decision.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first purchase of the plan by the customer.
 *
 * @param purchasedOn day of that purchase
 * @param serviceStart first day of that term
 * @param serviceEnd last day of that term, included
 */
public record FirstPurchase(
        @Nullable LocalDate purchasedOn,
        LocalDate serviceStart,
        @Nullable LocalDate serviceEnd) {}
