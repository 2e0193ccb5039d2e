package io.quanyi.facts;

/**
 * What must still hold or be done for a yes to be one.
 *
 * @param code the condition
 */
public record Condition(@Of(Domain.CONDITION) String code) implements Term.Collected {}
