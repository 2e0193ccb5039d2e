package io.quanyi.facts;

/**
 * Who gives the service.
 *
 * @param id the deliverer
 */
public record DeliveredBy(@Of(Domain.SERVED_BY) String id) implements Term.Collected {}
