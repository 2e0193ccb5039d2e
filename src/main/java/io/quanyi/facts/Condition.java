package io.quanyi.facts;

/**
 * A condition that must still be met for a positive answer.
 *
 * @param code the code of the condition
 */
public record Condition(@Of(Domain.CONDITION) String code) implements Term.Collected {}
