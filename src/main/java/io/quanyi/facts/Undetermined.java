package io.quanyi.facts;

/**
 * A verdict that the document does not decide and refers to the contract.
 *
 * @param code the reason, as a code
 */
public record Undetermined(@Of(Domain.REFERRAL) String code) implements Verdict {}
