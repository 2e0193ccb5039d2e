package io.quanyi.facts;

/**
 * The customer is not entitled to what was asked.
 *
 * @param code why, as a ground code
 */
public record Denied(@Of(Domain.DENIAL) String code) implements Verdict {}
