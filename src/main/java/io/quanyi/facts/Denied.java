package io.quanyi.facts;

/**
 * A verdict that the customer is not entitled to the service.
 *
 * @param code the reason, as a code
 */
public record Denied(@Of(Domain.DENIAL) String code) implements Verdict {}
