package io.quanyi.facts;

/**
 * The kind of seat that serves the customer.
 *
 * @param id the kind of seat
 */
public record Seat(@Of(Domain.SEAT) String id) implements Term.Single {}
