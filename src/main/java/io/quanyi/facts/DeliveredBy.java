package io.quanyi.facts;

/**
 * Who gives the service.
 *
 * @param id the deliverer
 */
public record DeliveredBy(@Of(Domain.DELIVERER) String id) implements Term.Collected {}
