package io.quanyi.facts;

/**
 * How many users may be in a group at one time.
 *
 * @param users how many; reached is still allowed
 */
public record GroupLimit(int users) implements Term.Single {}
