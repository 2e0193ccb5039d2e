package io.quanyi.facts;

/**
 * The contract deviates from the document. Only those of the question's service are given.
 *
 * @param service the service
 * @param effect what the term does
 */
public record ContractTerm(
        @Of(Domain.SERVICE) String service,
        @Of(Domain.EFFECT) String effect) implements Listed {}
