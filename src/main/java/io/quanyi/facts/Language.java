package io.quanyi.facts;

/**
 * The language of the service.
 *
 * @param id the language; {@code local} for the language of the place
 */
public record Language(@Of(Domain.LANGUAGE) String id) implements Term.Single {}
