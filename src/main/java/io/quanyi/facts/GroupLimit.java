package io.quanyi.facts;

/**
 * The limit of users in a group at one time.
 *
 * @param users the greatest permitted number
 */
public record GroupLimit(@NumberRange(most = 100_000) int users) implements Term.Single {}
