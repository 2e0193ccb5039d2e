package io.quanyi.facts;

/**
 * How the customer's requests stand against those of others.
 *
 * @param id the priority
 */
public record Priority(@Of(Domain.PRIORITY) String id) implements Term.Single {}
