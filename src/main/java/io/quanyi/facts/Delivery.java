package io.quanyi.facts;

/**
 * A way in which the service is delivered.
 *
 * @param mode the mode
 */
public record Delivery(@Of(Domain.DELIVERY) String mode) implements Term.Collected {}
