package io.quanyi.facts;

/**
 * The window in which the service is open.
 *
 * @param window the id of the window in the catalogue
 */
public record Hours(@Of(Domain.WINDOW) String window) implements Term.Single {}
