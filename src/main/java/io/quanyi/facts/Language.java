package io.quanyi.facts;

/**
 * Which language the service is given in.
 *
 * @param id the language; {@code local} where the document names none but the place's own
 */
public record Language(@Of(Domain.LANGUAGE) String id) implements Term.Single {}
