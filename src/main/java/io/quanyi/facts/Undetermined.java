package io.quanyi.facts;

/**
 * The document does not decide: see the contract.
 *
 * @param code why, as a ground code
 */
public record Undetermined(@Of(Domain.REFERRAL) String code) implements Verdict {}
