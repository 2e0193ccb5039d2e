package io.quanyi.facts;

/**
 * How many users may be in a group at one time.
 *
 * @param users how many; reached is still allowed
 */
public record GroupLimit(@NumberRange(most = 100_000) int users) implements Term.Single {}
