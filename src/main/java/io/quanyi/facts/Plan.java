package io.quanyi.facts;

/**
 * A plan whose content the customer has: the purchased plan and each plan that it contains. The only fact that a
 * rule may insert, and only in {@code plans.drl}.
 *
 * @param id the id of the plan in the catalogue
 */
public record Plan(@Of(Domain.PLAN) String id) implements Fact, Outcome {}
