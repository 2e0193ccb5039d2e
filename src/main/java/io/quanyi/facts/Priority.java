package io.quanyi.facts;

/**
 * The priority of the requests of the customer.
 *
 * @param id the priority
 */
public record Priority(@Of(Domain.PRIORITY) String id) implements Term.Single {}
