package io.quanyi.facts;

/**
 * A plan whose content the customer has: the plan bought, and each plan that it contains. The only fact that a
 * rule may insert, and only in {@code plans.drl}.
 *
 * @param id the plan of the catalogue
 */
public record Plan(@Of(Domain.PLAN) String id) implements Fact, Outcome {}
