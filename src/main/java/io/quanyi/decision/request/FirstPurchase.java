package io.quanyi.decision.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first time that the customer ever bought this plan.
 *
 * @param purchasedOn day of that purchase
 * @param serviceStart first day of that term
 * @param serviceEnd last day of that term, included
 */
public record FirstPurchase(
        @Nullable LocalDate purchasedOn,
        LocalDate serviceStart,
        @Nullable LocalDate serviceEnd) {}
