package io.quanyi.facts;

/**
 * A verdict that the service is sold separately. Together with a grant and a quota it concerns use beyond the quota.
 *
 * @param code the reason, as a code
 */
public record Payable(@Of(Domain.SALE) String code) implements Verdict {}
