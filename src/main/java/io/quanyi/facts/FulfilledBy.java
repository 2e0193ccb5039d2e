package io.quanyi.facts;

/**
 * What counts as the answer that a response promises.
 *
 * @param id the deed
 */
public record FulfilledBy(@Of(Domain.FULFILMENT) String id) implements Term.Single {}
