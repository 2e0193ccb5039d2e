package io.quanyi.facts;

/**
 * A way to reach the service.
 *
 * @param id the channel of the catalogue
 */
public record Channel(@Of(Domain.CHANNEL) String id) implements Term.Collected {}
