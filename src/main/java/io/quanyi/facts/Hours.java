package io.quanyi.facts;

/**
 * When the service is open.
 *
 * @param window the window of the catalogue that says so
 */
public record Hours(@Of(Domain.WINDOW) String window) implements Term.Single {}
