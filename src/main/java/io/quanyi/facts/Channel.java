package io.quanyi.facts;

/**
 * A channel by which the service can be reached.
 *
 * @param id the id of the channel in the catalogue
 */
public record Channel(@Of(Domain.CHANNEL) String id) implements Term.Collected {}
