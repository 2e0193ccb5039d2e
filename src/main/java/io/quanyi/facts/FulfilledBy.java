package io.quanyi.facts;

/**
 * The event by which the target time of the response is met.
 *
 * @param id the event
 */
public record FulfilledBy(@Of(Domain.FULFILMENT) String id) implements Term.Single {}
