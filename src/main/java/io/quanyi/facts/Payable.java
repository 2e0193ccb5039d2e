package io.quanyi.facts;

/**
 * Not covered by the plan, but sold apart from it. Beside a quota it speaks of what goes beyond the quota.
 *
 * @param code why, as a ground code
 */
public record Payable(@Of(Domain.SALE) String code) implements Verdict {}
