package io.quanyi.facts;

/**
 * A kind of deviation of the contract from the document, about the service of the question.
 *
 * @param service the service
 * @param effect the kind of term
 */
public record ContractTerm(
        @Of(Domain.SERVICE) String service,
        @Of(Domain.EFFECT) String effect) implements Listed {}
