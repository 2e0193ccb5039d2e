package io.quanyi.facts;

/**
 * A provider of the service.
 *
 * @param id the provider
 */
public record DeliveredBy(@Of(Domain.DELIVERER) String id) implements Term.Collected {}
