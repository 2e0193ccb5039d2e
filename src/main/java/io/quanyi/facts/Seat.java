package io.quanyi.facts;

/**
 * Which seat answers the customer.
 *
 * @param id the kind of seat
 */
public record Seat(@Of(Domain.SEAT) String id) implements Term.Single {}
